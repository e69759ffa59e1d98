package io.jenkins.plugins.packerbuild.engine.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every event for a test to read. */
public final class RecordingListener implements BuildListener {

    private final List<BuildEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void on(BuildEvent event) {
        events.add(event);
    }

    /** All events so far, in order. */
    public List<BuildEvent> events() {
        return List.copyOf(events);
    }

    /** What was said so far: {@code say: text}, {@code message: text}, {@code error: text}. */
    public List<String> said() {
        return events.stream()
                .filter(BuildEvent.Said.class::isInstance)
                .map(BuildEvent.Said.class::cast)
                .map(said -> said.voice().name().toLowerCase(java.util.Locale.ROOT) + ": " + said.text())
                .toList();
    }
}
