package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.build.BuilderRun;
import io.jenkins.plugins.packerbuild.engine.build.Components;
import io.jenkins.plugins.packerbuild.engine.build.Planner;
import io.jenkins.plugins.packerbuild.engine.build.Selection;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.session.Secrets;
import io.jenkins.plugins.packerbuild.engine.session.Spec;
import io.jenkins.plugins.packerbuild.engine.template.GivenVariables;
import io.jenkins.plugins.packerbuild.engine.template.Interpolation;
import io.jenkins.plugins.packerbuild.engine.template.NamedBuild;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.Template;
import io.jenkins.plugins.packerbuild.engine.template.Variables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The way from a template's path to builds that are ready to run, the same for {@code build} and {@code validate}. Every
 * problem on the way is collected; whatever is a secret is known to the redactor before anything is printed. Used once.
 */
final class Preparation {

    private final Terminal terminal;
    private final Spec spec;
    private final Redactor redactor;
    private final ProblemCollector problems = new ProblemCollector();
    private final Template template;
    private final RunFacts facts;
    private GivenVariables given = GivenVariables.none();

    /**
     * Reads the template and the var-files.
     *
     * @throws BuildException when there is no template to check at all
     */
    Preparation(Terminal terminal, Spec spec, Redactor redactor, Instant start) {
        this.terminal = terminal;
        this.spec = spec;
        this.redactor = redactor;
        Path work = terminal.workingDirectory().resolve(spec.task().workingDirectory());
        TemplateFile file = TemplateFile.read(terminal, work, spec.task().template(), start, problems);
        this.template = file.template();
        this.facts = file.facts();
    }

    /**
     * Checks no more than what was read so far.
     *
     * @throws BuildException with all problems, when there is one
     */
    void structure() {
        problems.throwIfStructure();
    }

    /** Takes the values of the command line and of the spec's var-files. */
    void give(Map<String, String> values) {
        for (String file : spec.inputs().varFiles()) {
            given = given.withFile(facts.workingDirectory().resolve(file), file, problems);
        }
        values.forEach(this::give);
    }

    /** Takes a value, which beats those of var-files. */
    void give(String name, String value) {
        given = given.withOption(name + "=" + value);
    }

    /** Takes the values of whoever started the engine: those of variables count like the command line's. */
    void give(Secrets secrets) {
        secrets.variables().forEach((name, value) -> given = given.withOption(name + "=" + value.reveal()));
        secrets.variableValues().forEach((name, value) -> {
            if (!secrets.variables().containsKey(name)) {
                given = given.withLate(name, value, "secrets.json");
            }
        });
    }

    /** What is not known yet: builders without keys, variables without values. */
    BuildEvent.Needs needs(Components components) {
        ProblemCollector later = new ProblemCollector();
        Planner planner =
                new Planner(components, template, Variables.resolve(template, given, facts, later), facts, later);
        Set<BuildEvent.Wanting> wanting = new LinkedHashSet<>(planner.wanting(planner.select(selection())));
        wanting.addAll(planner.wanting(planner.nameless(Set.copyOf(spec.inputs().variables()))));
        return new BuildEvent.Needs(List.copyOf(wanting), Variables.wanted(template, given, facts));
    }

    /**
     * Everything checked.
     *
     * @throws BuildException with all problems, when there is one
     */
    List<BuilderRun> plan(Components components, Secrets secrets) {
        Variables variables = Variables.resolve(template, given, facts, problems);
        HiddenValues.of(variables, template, terminal.environment(), redactor);
        Planner planner = new Planner(components, template, variables, facts, problems);
        List<NamedBuild> builds = planner.select(selection());
        List<BuilderRun> runs = planner.plan(
                builds,
                new Planner.Order(spec.behaviour().force(), spec.selection().except()),
                secrets);
        runs.forEach(run -> redactor.addAll(run.builder().secrets()));
        refuseSecretNames(builds);
        problems.throwIfAny();
        if (runs.isEmpty()) {
            throw new BuildException(Problem.of("No build is left to run after -only and -except.")
                    .withCure("Name at least one build of the template."));
        }
        return runs;
    }

    /** A build's name is a key: in files, in events, in every line's prefix. It cannot be hidden there. */
    private void refuseSecretNames(List<NamedBuild> builds) {
        builds.stream()
                .filter(build -> redactor.finds(build.name()))
                .forEach(
                        build -> problems.add(Problem.of("The name of this builder shows a secret once it is rendered.")
                                .withCure("Give it a \"name\" without the value of a secret variable.")
                                .at(build.builder().position())));
    }

    /** The value of a builder's option, as far as it can be known; for a cleanup that looks for credentials. */
    Optional<String> option(String build, String option) {
        ProblemCollector ignored = new ProblemCollector();
        Variables variables = Variables.resolve(template, given, facts, ignored);
        return new Planner(new Components(List.of(), List.of(), List.of()), template, variables, facts, ignored)
                .select(Selection.ALL).stream()
                        .filter(named -> named.name().equals(build))
                        .findFirst()
                        .flatMap(named -> named.builder()
                                .options(Interpolation.of(facts, variables), named, ignored)
                                .text(option));
    }

    /** The value of a user variable, as far as it can be known. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(Variables.resolve(template, given, facts, new ProblemCollector())
                        .values()
                        .get(name))
                .filter(value -> !value.isEmpty());
    }

    /** In the order of their places. */
    List<Problem> warnings() {
        return problems.warnings();
    }

    private Selection selection() {
        return new Selection(spec.selection().only(), spec.selection().except());
    }
}
