package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.session.Session;
import io.jenkins.plugins.packerbuild.engine.session.SessionDirectory;
import io.jenkins.plugins.packerbuild.engine.session.Spec;
import java.nio.file.Path;
import java.util.Map;

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
    int run(Spec.Command command, Map<String, String> values, boolean debug) {
        Spec spec;
        try {
            spec = Spec.read(directory, command);
        } catch (BuildException e) {
            Session.refuse(directory, e.problems());
            throw e;
        }
        Terminal own = terminal.machineReadable(
                terminal.machineReadable() || spec.console().machineReadable());
        return new BuildRun(own, directory, spec, new BuildRun.Order(false, values, debug)).run();
    }
}
