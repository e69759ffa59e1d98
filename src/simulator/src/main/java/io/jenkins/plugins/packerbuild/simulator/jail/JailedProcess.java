package io.jenkins.plugins.packerbuild.simulator.jail;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A running command and its three streams. The output streams end when the last process that holds them is gone, which
 * may be long after {@link #exit()}: a daemon keeps them open. Each stream is for one thread.
 */
public final class JailedProcess {

    /** The words of dash and bash for the signals that end a process; they say them on the standard error. */
    private static final Map<Integer, String> SIGNALS =
            Map.of(1, "HUP", 3, "QUIT", 4, "ILL", 6, "ABRT", 8, "FPE", 9, "KILL", 11, "SEGV", 14, "ALRM", 15, "TERM");

    /**
     * Runs the rest of its arguments and leaves in the file {@code $0} what the shell says when a signal ended it, which
     * is the only way to tell that from an exit status above 128.
     */
    private static final String WATCH = "exec 3>&2 2>\"$0\"; (exec \"$@\" 2>&3 3>&-); exit $?";

    private final Process process;
    private final Pipes pipes;
    private final CompletableFuture<JailExit> exit;

    private JailedProcess(Process process, Pipes pipes) {
        this.process = process;
        this.pipes = pipes;
        this.exit = process.onExit().thenApply(ended -> exitOf(ended.exitValue(), pipes.said()));
    }

    static JailedProcess start(List<String> command, Map<String, String> environment, Path directory, Pipes pipes)
            throws IOException {
        List<String> watched =
                new ArrayList<>(List.of("/bin/sh", "-c", WATCH, pipes.said().toString()));
        watched.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(watched).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = pipes.connect(() -> builder.redirectOutput(file(pipes.outPath()))
                .redirectError(file(pipes.errPath()))
                .start());
        return new JailedProcess(process, pipes);
    }

    private static File file(Path path) {
        return path.toFile();
    }

    private static JailExit exitOf(int code, Path said) {
        boolean killed = said.toFile().length() > 0;
        return new JailExit(code, killed ? Optional.ofNullable(SIGNALS.get(code - 128)) : Optional.empty());
    }

    /** The command's standard input; closing it is the end of file. */
    public OutputStream stdin() {
        return process.getOutputStream();
    }

    /** The command's standard output, also the standard error if it runs on a terminal. */
    public ReadableByteChannel stdout() {
        return pipes.out();
    }

    /** The command's standard error. */
    public ReadableByteChannel stderr() {
        return pipes.err();
    }

    /** Completes when the command itself has ended. */
    public CompletableFuture<JailExit> exit() {
        return exit;
    }

    /** Takes the terminal away, so that its session gets SIGHUP, as when a modem line drops. */
    public void hangUp() {
        process.children().flatMap(ProcessHandle::children).forEach(ProcessHandle::destroyForcibly);
    }

    void killTree() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Gives the streams back. To be called once, when nobody reads them any more; the command may go on. */
    public void release() throws IOException {
        pipes.release();
    }
}
