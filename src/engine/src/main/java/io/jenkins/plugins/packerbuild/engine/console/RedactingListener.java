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

    /** Characters of one text; longer ones are parted, so that no reader has to hold more. */
    private static final int LONGEST = 1 << 16;

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
        if (clean instanceof BuildEvent.Said said && said.text().length() > LONGEST) {
            said.pieces(LONGEST).forEach(this::tell);
        } else {
            tell(clean);
        }
    }

    private void tell(BuildEvent event) {
        listeners.forEach(listener -> listener.on(event));
    }

    private BuildEvent clean(BuildEvent event) {
        if (event instanceof BuildEvent.Said said) {
            Pieces pieces = streams.computeIfAbsent(said.voice() + " " + said.builder(), source -> redactor.pieces());
            return said.mapText(pieces::next);
        }
        return event.mapText(redactor::redact);
    }
}
