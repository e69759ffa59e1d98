package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.build.BuildReport;
import io.jenkins.plugins.packerbuild.engine.build.BuilderRun;
import io.jenkins.plugins.packerbuild.engine.build.Components;
import io.jenkins.plugins.packerbuild.engine.build.ParallelBuilds;
import io.jenkins.plugins.packerbuild.engine.build.RunContext;
import io.jenkins.plugins.packerbuild.engine.build.RunLimits;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildListener;
import io.jenkins.plugins.packerbuild.engine.event.Voice;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.session.Secrets;
import io.jenkins.plugins.packerbuild.engine.session.Session;
import io.jenkins.plugins.packerbuild.engine.session.SessionDirectory;
import io.jenkins.plugins.packerbuild.engine.session.Spec;
import io.jenkins.plugins.packerbuild.engine.step.Operator;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One {@code build}, or {@code validate} in a session directory, from its spec to its exit code. Used once. */
final class BuildRun {

    private static final String DEBUG = "Debug mode enabled. Builds will not be parallelized.";

    private final Terminal terminal;
    private final SessionDirectory directory;
    private final Spec spec;
    private final Order order;
    private final Clock clock = Clock.system();
    private final Redactor redactor = new Redactor();
    private final Cancellation cancellation = new Cancellation();
    private final RunIdentity identity = new RunIdentity(UUID.randomUUID().toString(), clock.now());

    /**
     * What no spec has.
     *
     * @param fromCommandLine whether the command line is the spec
     * @param values of user variables, from the command line
     * @param debug {@code -debug}, which is for a person at a terminal
     */
    record Order(boolean fromCommandLine, Map<String, String> values, boolean debug) {

        Order {
            values = Map.copyOf(values);
        }
    }

    BuildRun(Terminal terminal, SessionDirectory directory, Spec spec, Order order) {
        this.terminal = terminal;
        this.directory = directory;
        this.spec = spec;
        this.order = order;
    }

    int run() {
        Signals.cancel(cancellation);
        hideEnvironment(spec, terminal, redactor);
        try (Output output = Output.to(terminal, redactor)) {
            BuildListener console = output.console(
                    spec.console().colour(), spec.console().timestamps(), "packer-build cleanup " + directory.path());
            Session.Setup setup =
                    new Session.Setup(identity, EngineVersion.TEXT, redactor, console, clock, cancellation);
            try (Session session = Session.open(directory, setup)) {
                return inSession(session, output);
            } catch (BuildException e) {
                output.failure(e);
                return ExitCode.FAILURE;
            }
        }
    }

    /** To be done before anything is read that could show one of the values that the spec calls sensitive. */
    static void hideEnvironment(Spec spec, Terminal terminal, Redactor redactor) {
        spec.inputs().sensitiveEnvironment().stream()
                .flatMap(name -> terminal.variable(name).stream())
                .forEach(value -> redactor.add(Secret.of(value)));
    }

    private int inSession(Session session, Output output) {
        session.watch(spec.supervision().lease());
        try (Components components = Wiring.components()) {
            Optional<BuildReport> report = work(components, session, TerminalOperator.at(terminal, output::prompt));
            report.ifPresentOrElse(session::finish, () -> session.finish(List.of()));
            session.kept().ifPresent(kept -> output.line("The session directory is kept: " + kept.path()));
            if (report.isEmpty()) {
                output.line("The configuration is valid.");
            }
            boolean success = report.map(BuildReport::success).orElse(true);
            return success && session.ledger().open().isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE;
        }
    }

    /** Empty when there was nothing to build. Whatever goes wrong stands in the result, too. */
    private Optional<BuildReport> work(Components components, Session session, Operator operator) {
        try {
            if (order.fromCommandLine()) {
                spec.write(directory);
            }
            RunLimits limits = RunOptions.limits(spec.behaviour(), order.debug(), operator);
            List<BuilderRun> plan = prepare(components, session);
            if (spec.task().command() == Spec.Command.VALIDATE) {
                cancellation.throwIfCancelled();
                return Optional.empty();
            }
            return Optional.of(run(session, plan, limits));
        } catch (RuntimeException | Error e) {
            BuildException failure = BuildException.from(e);
            session.finish(failure.problems());
            throw failure;
        }
    }

    private List<BuilderRun> prepare(Components components, Session session) {
        Preparation preparation = new Preparation(terminal, spec, redactor, identity.start());
        preparation.give(order.values());
        Secrets secrets = spec.supervision().awaitSecrets()
                ? session.awaitSecrets(preparation.needs(components))
                : session.secrets();
        preparation.give(secrets);
        try {
            return preparation.plan(components, secrets);
        } finally {
            preparation.warnings().forEach(warning -> session.listener().on(new BuildEvent.Warned(warning)));
        }
    }

    private BuildReport run(Session session, List<BuilderRun> plan, RunLimits limits) {
        RunContext context = new RunContext(
                identity,
                clock,
                session.listener(),
                session.ledger(),
                Wiring.connector(clock),
                terminal.workingDirectory().resolve(spec.task().workingDirectory()),
                redactor::redact);
        if (order.debug()) {
            session.listener().on(new BuildEvent.Said("", Voice.SAY, DEBUG));
        }
        BuildReport report = new ParallelBuilds(context, limits, cancellation).run(plan);
        session.listener().on(new BuildEvent.RunFinished(report.success(), report.cancelled(), report.duration()));
        return report;
    }
}
