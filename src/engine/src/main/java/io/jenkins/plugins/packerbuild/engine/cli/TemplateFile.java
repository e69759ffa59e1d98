package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.Template;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A template with what its functions know of the run.
 *
 * @param template as it is written
 * @param facts of this run
 */
record TemplateFile(Template template, RunFacts facts) {

    /**
     * Reads it; {@code -} is standard input. What is wrong with its structure goes to the problems.
     *
     * @param work the directory that a relative path starts at
     * @throws BuildException when there is no template to check at all
     */
    static TemplateFile read(Terminal terminal, Path work, String file, Instant start, ProblemCollector problems) {
        Path path = work.resolve(file);
        Template template =
                file.equals("-") ? Template.read(terminal.in(), "-", problems) : Template.read(path, file, problems);
        Path parent = path.toAbsolutePath().normalize().getParent();
        return new TemplateFile(
                template,
                new RunFacts(
                        start,
                        parent == null ? work : parent,
                        work,
                        terminal.environment(),
                        Wiring.remoteValues(terminal.environment())));
    }
}
