package io.jenkins.plugins.packerbuild.engine.communicator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Which processes are alive on this computer. */
public final class LivingProcesses {

    private LivingProcesses() {}

    /** A number that stands in no command line yet, also good as a long time for {@code sleep}. */
    public static String marker() {
        return "97" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    }

    /** Whether a process with that text in its command line is alive. */
    public static boolean has(String text) {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> commandLine(process).contains(text));
    }

    /** Waits, with a deadline, until it is so. */
    public static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 30 s: " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }
}
