package io.jenkins.plugins.packerbuild.engine.communicator;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine that runs nothing: it keeps what it was told, and answers what a test has prepared, else exit status 0
 * without output. Answers are looked up by a part of the command line, or of a script's text; the newest fitting one
 * counts.
 */
public final class FakeCommunicator implements Communicator {

    /**
     * What a command prints and how it ends.
     *
     * @param during runs while the command does, as in a test that cancels
     */
    public record Reply(int exitStatus, List<String> stdout, List<String> stderr, Runnable during) {

        /** Ends with that status and prints nothing. */
        public static Reply exit(int status) {
            return new Reply(status, List.of(), List.of(), () -> {});
        }

        /** Prints these lines to standard output and succeeds. */
        public static Reply prints(String... lines) {
            return new Reply(0, List.of(lines), List.of(), () -> {});
        }

        /** The same with these lines on standard error. */
        public Reply withStderr(String... lines) {
            return new Reply(exitStatus, stdout, List.of(lines), during);
        }

        /** The same with something that happens meanwhile. */
        public Reply during(Runnable action) {
            return new Reply(exitStatus, stdout, stderr, action);
        }
    }

    private final List<String> commands = new ArrayList<>();
    private final List<RemoteScript> scripts = new ArrayList<>();
    private final Map<String, byte[]> uploads = new LinkedHashMap<>();
    private final Map<String, Reply> replies = new LinkedHashMap<>();
    private final List<BuildException> refusals = new ArrayList<>();
    private boolean closed;

    /** Prepares the answer to commands and scripts that contain the part. */
    public FakeCommunicator on(String part, Reply reply) {
        replies.remove(part);
        replies.put(part, reply);
        return this;
    }

    /** The next command, script or upload fails to start with it; several are used up in order. */
    public FakeCommunicator refuse(BuildException refusal) {
        refusals.add(refusal);
        return this;
    }

    /** Command lines of {@link #run} and of scripts, rendered, in order. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** In order. */
    public List<RemoteScript> scripts() {
        return List.copyOf(scripts);
    }

    /** Contents by destination, in order. */
    public Map<String, byte[]> uploads() {
        return new LinkedHashMap<>(uploads);
    }

    /** Whether it was closed. */
    public boolean closed() {
        return closed;
    }

    @Override
    public CommandResult run(Command command, CommandOutput output, Cancellation cancellation) {
        begin(cancellation);
        commands.add(command.line());
        return answer(command.line(), output, cancellation);
    }

    @Override
    public CommandResult runScript(RemoteScript script, CommandOutput output, Cancellation cancellation) {
        begin(cancellation);
        scripts.add(script);
        String line = script.commandLine().apply(script.remotePath());
        commands.add(line);
        String content = new String(script.content(), java.nio.charset.StandardCharsets.UTF_8);
        return answer(line + "\n" + content, output, cancellation);
    }

    @Override
    public void upload(Path source, String destination, Cancellation cancellation) {
        begin(cancellation);
        try {
            uploads.put(destination, Files.readAllBytes(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void begin(Cancellation cancellation) {
        cancellation.throwIfCancelled();
        if (closed) {
            throw new IllegalStateException("used after close");
        }
        if (!refusals.isEmpty()) {
            throw refusals.remove(0);
        }
    }

    private CommandResult answer(String text, CommandOutput output, Cancellation cancellation) {
        Reply reply = Reply.exit(0);
        for (Map.Entry<String, Reply> prepared : replies.entrySet()) {
            reply = text.contains(prepared.getKey()) ? prepared.getValue() : reply;
        }
        reply.stdout().forEach(output::stdout);
        reply.stderr().forEach(output::stderr);
        reply.during().run();
        cancellation.throwIfCancelled();
        return new CommandResult(reply.exitStatus());
    }
}
