package io.jenkins.plugins.packerbuild.simulator.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What ends the simulator: its command, or a signal. A signal does not end the simulator before its command, which gets it
 * too and has all the time that it wants to clean up in the clouds.
 */
final class Ending implements AutoCloseable {

    private static final int COMMAND_NOT_FOUND = 127;
    private static final Signal INT = new Signal("INT");
    private static final Signal TERM = new Signal("TERM");

    private final CountDownLatch signalled = new CountDownLatch(1);
    private final AtomicReference<@Nullable Process> child = new AtomicReference<>();
    private final Map<Signal, SignalHandler> before;

    private Ending() {
        before = Map.of(INT, Signal.handle(INT, this::pass), TERM, Signal.handle(TERM, this::pass));
    }

    /** Waits for signals from now on. */
    static Ending onSignals() {
        return new Ending();
    }

    /** Waits for a signal; returns the exit code. */
    int await() throws InterruptedException {
        signalled.await();
        return 0;
    }

    /** Runs the command to its end; returns its exit code. */
    int run(List<String> command) throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            System.err.println("Could not run '" + command.get(0) + "': " + e.getMessage());
            return COMMAND_NOT_FOUND;
        }
        child.set(process);
        if (signalled.getCount() == 0) {
            pass("TERM", process);
        }
        return process.waitFor();
    }

    private void pass(Signal signal) {
        signalled.countDown();
        Process process = child.get();
        if (process == null) {
            return;
        }
        boolean fromKeyboard = signal.equals(INT) && System.console() != null;
        if (!fromKeyboard) {
            pass(signal.getName(), process);
        }
    }

    /** A terminal sends Ctrl-C to the command by itself; every other signal came to us alone. */
    private static void pass(String signal, Process process) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start();
            if (kill.waitFor(5, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        before.forEach(Signal::handle);
    }
}
