package io.jenkins.plugins.packerbuild.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatcherTest {

    @TempDir
    Path temp;

    private final VirtualClock clock = new VirtualClock();
    private final Cancellation build = new Cancellation();
    private final Cancellation stop = new Cancellation();
    private SessionDirectory directory = new SessionDirectory(Path.of(""), false);

    @BeforeEach
    void makeTheDirectory() {
        directory = SessionDirectory.at(temp.resolve("session"));
    }

    @Test
    void countsEveryFiveSeconds() throws IOException {
        watchFor(Duration.ofSeconds(61), Optional.empty());

        assertThat(Files.readString(directory.heartbeat())).isEqualTo("13\n");
        assertThat(build.isCancelled()).isFalse();
    }

    @Test
    void cancelsWhenTheCancelFileAppears() {
        clock.at(Duration.ofSeconds(10), () -> write(directory.cancel(), ""));
        clock.at(Duration.ofSeconds(9), () -> assertThat(build.isCancelled()).isFalse());
        clock.at(Duration.ofSeconds(12), () -> assertThat(build.isCancelled()).isTrue());

        watchFor(Duration.ofSeconds(13), Optional.empty());

        assertThat(build.reason()).isEqualTo("asked to by the file 'cancel' in the session directory");
    }

    @Test
    void cancelsWhenTheLeaseStaysTheSameForTooLong() {
        for (int second = 10; second <= 100; second += 10) {
            String count = "" + second;
            clock.at(Duration.ofSeconds(second), () -> write(directory.lease(), count));
        }
        clock.at(Duration.ofSeconds(129), () -> assertThat(build.isCancelled()).isFalse());

        watchFor(Duration.ofSeconds(140), Optional.of(Duration.ofSeconds(30)));

        assertThat(build.reason()).isEqualTo("nobody has renewed the lease for 30 seconds");
    }

    @Test
    void cancelsWhenNobodyEverWritesALease() {
        watchFor(Duration.ofSeconds(40), Optional.of(Duration.ofSeconds(30)));

        assertThat(build.isCancelled()).isTrue();
    }

    @Test
    void doesNotTakeANewModificationTimeForANewLease() {
        write(directory.lease(), "1");
        clock.at(Duration.ofSeconds(20), () -> write(directory.lease(), "1"));

        watchFor(Duration.ofSeconds(35), Optional.of(Duration.ofSeconds(30)));

        assertThat(build.isCancelled()).isTrue();
    }

    @Test
    void cancelsWhenTheDirectoryHasVanished() {
        clock.at(Duration.ofSeconds(10), directory::remove);

        watchFor(Duration.ofSeconds(20), Optional.empty());

        assertThat(build.reason()).isEqualTo("session directory '" + directory.path() + "' has vanished");
        assertThat(directory.path()).doesNotExist();
    }

    @Test
    void cancelsWhenTheDirectoryIsAboutToVanish() {
        write(directory.lock(), "");
        clock.at(Duration.ofSeconds(10), () -> delete(directory.lock()));

        watchFor(Duration.ofSeconds(20), Optional.empty());

        assertThat(build.reason()).isEqualTo("session directory '" + directory.path() + "' has vanished");
    }

    @Test
    void hasSeenWhatIsThereAlreadyWhenItStarts() throws InterruptedException {
        write(directory.cancel(), "");

        Thread watch = new Watcher(directory, Optional.empty(), clock, build).start(stop);

        assertThat(build.isCancelled()).isTrue();
        stop.cancel("the test is over");
        watch.join();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void watchFor(Duration duration, Optional<Duration> lease) {
        clock.at(duration, () -> stop.cancel("the test is over"));
        new Watcher(directory, lease, clock, build).watch(stop);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
