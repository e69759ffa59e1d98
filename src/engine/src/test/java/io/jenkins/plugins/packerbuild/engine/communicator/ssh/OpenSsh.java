package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.communicator.LivingProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** OpenSSH's and OpenSSL's own tools, and waiting for what real processes do. */
final class OpenSsh {

    private OpenSsh() {}

    /** Runs a tool to its end and returns what it printed. */
    static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Waits until something real has come true. */
    static void await(String what, BooleanSupplier condition) {
        LivingProcesses.await(what, condition);
    }

    /** Whether a process with that text in its command line is alive. */
    static boolean processWith(String text) {
        return LivingProcesses.has(text);
    }
}
