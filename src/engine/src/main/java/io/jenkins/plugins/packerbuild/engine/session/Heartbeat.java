package io.jenkins.plugins.packerbuild.engine.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A counter in a file that says: still alive. Readers measure how long its content has stayed the same. One thread. */
final class Heartbeat {

    static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Path file;
    private long beats;
    private Duration next = Duration.ZERO;

    Heartbeat(Path file) {
        this.file = file;
    }

    /** Counts, when it is time. A full disk stops the heart for readers, but not the build. */
    void beat(Duration uptime) {
        if (beats > 0 && uptime.compareTo(next) < 0) {
            return;
        }
        beats++;
        next = uptime.plus(INTERVAL);
        try {
            Files.writeString(file, beats + "\n");
        } catch (IOException e) {
            System.getLogger(Heartbeat.class.getName()).log(System.Logger.Level.DEBUG, "no heartbeat", e);
        }
    }
}
