package io.jenkins.plugins.packerbuild.engine.communicator.local;

import io.jenkins.plugins.packerbuild.engine.communicator.CommandOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.communicator.NotStartedException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * One run of a program on this computer. It reads nothing. It is over with its exit status and 2 s of draining: what it
 * has left in the background on purpose lives on. A cancel ends it with all that it has started.
 */
public final class LocalProcess {

    private static final Duration DRAINING = Duration.ofSeconds(2);

    private final Process process;
    private final OutputReaders readers;

    /** Zero when the process has ended, or is to end. */
    private final CountDownLatch enough = new CountDownLatch(1);

    private LocalProcess(Process process, CommandOutput output) {
        this.process = process;
        this.readers = OutputReaders.of(process, output, enough::countDown);
        process.onExit().thenRun(enough::countDown);
    }

    /**
     * Runs a program to its end.
     *
     * @throws NotStartedException when there is no such program, or it may not be run
     * @throws CancelledException when cancelled; nothing of it runs any more then
     */
    public static CommandResult run(LocalCommand command, CommandOutput output, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        return new LocalProcess(start(command), output).untilEnd(cancellation);
    }

    private static Process start(LocalCommand command) {
        ProcessBuilder builder = new ProcessBuilder(words(command))
                .directory(command.directory().toFile())
                .redirectInput(ProcessGroups.nothing());
        try {
            inherit(builder.environment(), command.environment());
            return Forks.start(builder);
        } catch (IOException | IllegalArgumentException e) {
            throw new NotStartedException(Problem.of(String.valueOf(e.getMessage())), e);
        }
    }

    /** The program is looked for here, because the one that stands before it would always start. */
    private static List<String> words(LocalCommand command) {
        Programs programs = new Programs(command.environment(), command.directory());
        List<String> words = new ArrayList<>(ProcessGroups.prefix(programs));
        words.addAll(command.words());
        if (ProcessGroups.posix()) {
            String name = command.words().get(0);
            Path program = programs.find(name)
                    .orElseThrow(() -> new NotStartedException(
                            Problem.of("exec: \"" + name + "\": executable file not found in $PATH"), null));
            words.set(words.size() - command.words().size(), program.toString());
        }
        return words;
    }

    /** What the engine has itself is left as it is, byte for byte: not all of it need be readable text. */
    private static void inherit(Map<String, String> own, Map<String, String> wanted) {
        own.keySet().retainAll(wanted.keySet());
        wanted.forEach((name, value) -> {
            if (!value.equals(own.get(name))) {
                own.put(name, value);
            }
        });
    }

    private CommandResult untilEnd(Cancellation cancellation) {
        try (Cancellation.Registration ignored = cancellation.onCancel(enough::countDown)) {
            enough.await();
            if (process.isAlive()) {
                ProcessGroups.end(process);
            }
            readers.finish(DRAINING);
            if (cancellation.isCancelled()) {
                ProcessGroups.end(process);
            }
        } catch (InterruptedException e) {
            cancellation.cancel("the thread was interrupted");
            endInterrupted();
        }
        cancellation.throwIfCancelled();
        readers.throwFailure();
        return new CommandResult(process.exitValue());
    }

    /** The thread may not wait any more: at once, and as far as can be seen. */
    private void endInterrupted() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Thread.currentThread().interrupt();
    }
}
