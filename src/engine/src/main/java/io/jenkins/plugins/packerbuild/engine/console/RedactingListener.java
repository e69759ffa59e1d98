package io.jenkins.plugins.packerbuild.engine.console;

import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildListener;
import io.jenkins.plugins.packerbuild.engine.secret.Pieces;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one door through which every event leaves the engine: takes the secrets out, then passes the event on to each
 * listener in turn. Safe for use by several threads.
 */
public final class RedactingListener implements BuildListener {

    private final Redactor redactor;
    private final List<BuildListener> listeners;

    /** One stream of lines for each build and voice: a secret may be cut in two by the end of a very long line. */
    private final Map<String, Pieces> streams = new ConcurrentHashMap<>();

    /** Passes on to these listeners. */
    public RedactingListener(Redactor redactor, List<BuildListener> listeners) {
        this.redactor = redactor;
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void on(BuildEvent event) {
        BuildEvent clean = clean(event);
        listeners.forEach(listener -> listener.on(clean));
    }

    private BuildEvent clean(BuildEvent event) {
        if (event instanceof BuildEvent.Said said) {
            Pieces pieces = streams.computeIfAbsent(said.voice() + " " + said.builder(), source -> redactor.pieces());
            return said.mapText(pieces::next);
        }
        return event.mapText(redactor::redact);
    }
}
