package io.jenkins.plugins.packerbuild.engine.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Notices that nobody cares for this run any more: the content of {@code lease} has stayed the same for too long, by our
 * own clock. Modification times lie across clocks and network file systems. One thread.
 */
final class LeaseWatch {

    private final Path file;
    private final Duration lease;
    private String content = "";
    private Duration changed;

    /** Counts from now on, also when nobody ever writes the file. */
    LeaseWatch(Path file, Duration lease, Duration uptime) {
        this.file = file;
        this.lease = lease;
        this.changed = uptime;
    }

    /** Whether the lease is over. */
    boolean isOver(Duration uptime) {
        String now = read();
        if (!now.equals(content)) {
            content = now;
            changed = uptime;
        }
        return uptime.minus(changed).compareTo(lease) > 0;
    }

    Duration lease() {
        return lease;
    }

    /** What cannot be read is unchanged. */
    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return content;
        }
    }
}
