package io.jenkins.plugins.packerbuild.engine.communicator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a command prints. */
public final class RecordingOutput implements CommandOutput {

    private final List<String> stdout = new CopyOnWriteArrayList<>();
    private final List<String> stderr = new CopyOnWriteArrayList<>();
    private volatile Runnable onLine = () -> {};

    /** Does it after each line. */
    public RecordingOutput onLine(Runnable action) {
        onLine = action;
        return this;
    }

    @Override
    public void stdout(String line) {
        stdout.add(line);
        onLine.run();
    }

    @Override
    public void stderr(String line) {
        stderr.add(line);
        onLine.run();
    }

    /** Lines of standard output. */
    public List<String> out() {
        return List.copyOf(stdout);
    }

    /** Lines of standard error. */
    public List<String> err() {
        return List.copyOf(stderr);
    }
}
