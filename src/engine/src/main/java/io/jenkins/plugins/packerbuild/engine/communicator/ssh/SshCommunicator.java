package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.communicator.Command;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.communicator.NotStartedException;
import io.jenkins.plugins.packerbuild.engine.communicator.RemoteScript;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;

/** A machine behind one SSH connection, which is made anew when it was lost between two commands. */
final class SshCommunicator implements Communicator {

    private final SshLogin login;
    private final SshConnector.Reconnection reconnection;
    private final Clock clock;
    private final RemoteLines lines;

    /** Guarded by this. */
    private SshLink link;

    SshCommunicator(SshLogin login, SshLink link, SshConnector.Reconnection reconnection, Clock clock) {
        this.login = login;
        this.link = link;
        this.reconnection = reconnection;
        this.clock = clock;
        this.lines = new RemoteLines(
                "packer-build-" + UUID.randomUUID().toString().replace("-", ""),
                login.settings().pty());
    }

    @Override
    public CommandResult run(Command command, CommandOutput output, Cancellation cancellation) {
        RemoteRun run = new RemoteRun(lines.command(command.line()), InputStream.nullInputStream(), "");
        MarkedOutput marked = new MarkedOutput(lines.mark(), output);
        CommandResult result = execute(run, marked, cancellation);
        if (result.disconnected() && !marked.told("begin")) {
            throw notStarted("run a command", null);
        }
        return result;
    }

    @Override
    public CommandResult runScript(RemoteScript script, CommandOutput output, Cancellation cancellation) {
        String leftover = script.keep() ? "" : script.remotePath();
        RemoteRun run = new RemoteRun(lines.script(script), new ByteArrayInputStream(script.content()), leftover);
        MarkedOutput marked = new MarkedOutput(lines.mark(), output);
        CommandResult result = execute(run, marked, cancellation);
        if (marked.told("upload")) {
            throw uploadFailed(script.remotePath(), marked.lastWords());
        }
        if (marked.told("left")) {
            throw new BuildException(Problem.of("Error removing temporary script at " + script.remotePath() + "!")
                    .withCure("Let the script stay with \"skip_clean\": true, or choose another remote_folder."));
        }
        if (result.disconnected() && !marked.told("begin")) {
            throw notStarted("start script '" + script.remotePath() + "'", null);
        }
        return result;
    }

    @Override
    public void upload(Path source, String destination, Cancellation cancellation) {
        FileUpload upload = new FileUpload(source, destination, clock);
        try {
            upload.over(usable(cancellation), cancellation);
        } catch (IOException e) {
            cancellation.throwIfCancelled();
            throw new BuildException(
                    Problem.of("Could not upload file '" + source + "' to '" + destination + "' of " + place() + ": "
                                    + e.getMessage() + ".")
                            .withCure("Check that the folder exists there and that the login may write to it."),
                    e);
        }
    }

    @Override
    public synchronized void close() {
        link.close();
    }

    private CommandResult execute(RemoteRun run, MarkedOutput marked, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        CommandChannel channel = channel(cancellation);
        try {
            return run.on(current(), channel, marked, new RemoteRun.Ending(clock, cancellation));
        } catch (IOException e) {
            cancellation.throwIfCancelled();
            throw notStarted("start a command", e);
        } finally {
            RemoteRun.close(channel);
        }
    }

    /** On the connection that is there, or on a new one when that gives none. */
    private CommandChannel channel(Cancellation cancellation) {
        boolean pty = login.settings().pty();
        SshLink first = current();
        try (Cancellation.Registration ignored = cancellation.onCancel(first::abort)) {
            return first.channel(pty);
        } catch (IOException e) {
            cancellation.throwIfCancelled();
        }
        SshLink second = reconnect(cancellation);
        try (Cancellation.Registration ignored = cancellation.onCancel(second::abort)) {
            return second.channel(pty);
        } catch (IOException e) {
            cancellation.throwIfCancelled();
            throw notStarted("open a channel", e);
        }
    }

    private SshLink usable(Cancellation cancellation) {
        cancellation.throwIfCancelled();
        SshLink now = current();
        return now.client().isConnected() ? now : reconnect(cancellation);
    }

    private synchronized SshLink current() {
        return link;
    }

    private SshLink reconnect(Cancellation cancellation) {
        current().close();
        SshLink fresh = reconnection.open(cancellation);
        synchronized (this) {
            link = fresh;
        }
        return fresh;
    }

    private String place() {
        return login.describe(login.target().host().get());
    }

    private NotStartedException notStarted(String what, @org.jspecify.annotations.Nullable Throwable cause) {
        String words = cause == null ? "the connection was lost" : String.valueOf(cause.getMessage());
        return new NotStartedException(
                Problem.of("Could not " + what + " as " + place() + ": " + words + ".")
                        .withCure("Check whether the machine was restarted or has run out of memory."),
                cause);
    }

    private BuildException uploadFailed(String path, String words) {
        String why = words.isEmpty() ? "the machine does not say why" : words;
        return new BuildException(Problem.of("Could not upload script '" + path + "' as " + place() + ": " + why + ".")
                .withCure("Check that there is room on that disk, and name a folder where the login may write"
                        + " with remote_folder."));
    }
}
