package io.jenkins.plugins.packerbuild.engine.communicator.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class ForksTest {

    @TempDir
    Path directory;

    @Test
    void startsNothingWhileAScriptIsBeingWritten() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        Path started = directory.resolve("started");
        CompletableFuture<Boolean> writer = CompletableFuture.supplyAsync(() -> write(() -> {
            writing.countDown();
            await(written);
            return Files.exists(started);
        }));
        writing.await();

        CompletableFuture<Integer> starter = CompletableFuture.supplyAsync(() -> start("touch", started.toString()));
        assertThat(starter.copy()
                        .completeOnTimeout(-1, 300, TimeUnit.MILLISECONDS)
                        .get())
                .isEqualTo(-1);
        written.countDown();

        assertThat(writer.get()).isFalse();
        assertThat(starter.get()).isZero();
        assertThat(started).exists();
    }

    private static int start(String... words) {
        try {
            return Forks.start(new ProcessBuilder(words)).waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T write(Forks.Work<T> work) {
        try {
            return Forks.write(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
