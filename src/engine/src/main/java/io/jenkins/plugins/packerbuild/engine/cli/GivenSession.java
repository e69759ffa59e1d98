package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.session.Session;
import io.jenkins.plugins.packerbuild.engine.session.SessionDirectory;
import io.jenkins.plugins.packerbuild.engine.session.Spec;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** A session directory that somebody has prepared for this engine: its {@code spec.json} says what to do. */
final class GivenSession {

    private final Terminal terminal;
    private final SessionDirectory directory;

    /**
     * At a path.
     *
     * @throws BuildException when there is no session directory, in which case nothing was written
     */
    GivenSession(Terminal terminal, Path path) {
        this.terminal = terminal;
        this.directory = SessionDirectory.existing(terminal.workingDirectory().resolve(path));
    }

    /** Does it. A spec that cannot be read has a result, too: its starter may read files only. */
    int run(Spec.Command command, Map<String, String> values) {
        Spec spec;
        try {
            spec = Spec.read(directory, command);
        } catch (BuildException e) {
            return refuse(e);
        }
        Terminal own = terminal.machineReadable(
                terminal.machineReadable() || spec.console().machineReadable());
        return new BuildRun(own, directory, spec, false, values).run();
    }

    private int refuse(BuildException failure) {
        Clock clock = Clock.system();
        Redactor redactor = new Redactor();
        RunIdentity identity = new RunIdentity(UUID.randomUUID().toString(), clock.now());
        try (Output output = Output.to(terminal, redactor)) {
            Session.Setup setup =
                    new Session.Setup(identity, EngineVersion.TEXT, redactor, event -> {}, clock, new Cancellation());
            try (Session session = Session.open(directory, setup)) {
                session.finish(failure.problems());
            }
            output.failure(failure);
            return ExitCode.FAILURE;
        }
    }
}
