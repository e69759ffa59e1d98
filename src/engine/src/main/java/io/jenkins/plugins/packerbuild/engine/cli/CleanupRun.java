package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.builder.ResourceCleaner;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.event.BuildListener;
import io.jenkins.plugins.packerbuild.engine.event.LedgerLine;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.ledger.LedgerFile;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.session.Secrets;
import io.jenkins.plugins.packerbuild.engine.session.Session;
import io.jenkins.plugins.packerbuild.engine.session.SessionDirectory;
import io.jenkins.plugins.packerbuild.engine.session.Spec;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.GivenVariables;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One {@code cleanup} of a session directory. Used once. */
final class CleanupRun {

    private final Terminal terminal;
    private final SessionDirectory directory;
    private final VariableOptions variables;
    private final OutputOptions look;
    private final Clock clock = Clock.system();
    private final Redactor redactor = new Redactor();
    private final Cancellation cancellation = new Cancellation();

    CleanupRun(Terminal terminal, SessionDirectory directory, VariableOptions variables, OutputOptions look) {
        this.terminal = terminal;
        this.directory = directory;
        this.variables = variables;
        this.look = look;
    }

    int run() {
        Signals.cancel(cancellation);
        try (Output output = Output.to(terminal, redactor)) {
            try {
                return run(output);
            } catch (BuildException e) {
                output.failure(e);
                return ExitCode.FAILURE;
            }
        }
    }

    private int run(Output output) {
        String runId = runId();
        Optional<Spec> spec = spec();
        spec.ifPresent(read -> BuildRun.hideEnvironment(read, terminal, redactor));
        String again = "packer-build cleanup " + directory.path();
        BuildListener console = output.console(look.colorOn(terminal), look.timestamps, again);
        RunIdentity identity = new RunIdentity(runId, clock.now());
        Session.Setup setup = new Session.Setup(identity, EngineVersion.TEXT, redactor, console, clock, cancellation);
        try (Session session = Session.open(directory, setup)) {
            session.begin();
            session.watch(spec.flatMap(read -> read.supervision().lease()));
            clean(session, runId, spec);
            List<LedgerLine> open = session.ledger().open();
            session.finish(open.stream().map(Leftovers::problem).toList());
            return conclude(open, output, again);
        }
    }

    /** The dead run's id, by which its resources are found. */
    private String runId() {
        try {
            LedgerFile ledger = LedgerFile.read(directory.ledger());
            if (ledger.runId().isEmpty() && !ledger.open().isEmpty()) {
                throw new BuildException(Problem.of("Could not clean up '" + directory.path()
                                + "': its ledger.jsonl does not name the run.")
                        .withCure("Its first line must be {\"protocol\":1,\"runId\":\"...\"}."));
            }
            return ledger.runId();
        } catch (BuildException e) {
            Session.refuse(directory, e.problems());
            throw e;
        }
    }

    /** A directory that was made from a copy of the ledger has none. */
    private Optional<Spec> spec() {
        try {
            return Optional.of(Spec.read(directory));
        } catch (BuildException e) {
            return Optional.empty();
        }
    }

    /** Whatever goes wrong stands in the result, too. */
    private void clean(Session session, String runId, Optional<Spec> spec) {
        try {
            removeAll(session, runId, credentials(session.secrets(), spec));
        } catch (RuntimeException | Error e) {
            BuildException failure = BuildException.from(e);
            session.finish(failure.problems());
            throw failure;
        }
    }

    private void removeAll(Session session, String runId, FreshCredentials credentials) {
        for (ResourceCleaner cleaner : Wiring.cleaners()) {
            List<ResourceCleaner.Left> left =
                    left(session, line -> provider(line).equals(cleaner.provider()));
            if (!left.isEmpty()) {
                StepRunner scope =
                        new StepRunner(new Narrator("", session.listener()), cancellation, clock, OnError.CLEANUP);
                scope.runAll(inScope -> {
                    cleaner.clean(
                            new ResourceCleaner.Request(runId, left, credentials.of(cleaner.builderType()), inScope));
                    return left;
                });
            }
        }
        tellUnknown(session);
    }

    /** A later version may have made it. */
    private static void tellUnknown(Session session) {
        List<String> known =
                Wiring.cleaners().stream().map(ResourceCleaner::provider).toList();
        session.ledger().open().stream()
                .filter(line -> !known.contains(provider(line)))
                .forEach(line -> session.ledger()
                        .reopen(line)
                        .remains(
                                "This version cannot remove anything at provider '" + provider(line) + "'.",
                                line.command()));
    }

    private static List<ResourceCleaner.Left> left(Session session, Predicate<LedgerLine> which) {
        return session.ledger().open().stream()
                .filter(which)
                .map(line -> new ResourceCleaner.Left(
                        line.resource(), line.id(), session.ledger().reopen(line)))
                .toList();
    }

    private static String provider(LedgerLine line) {
        return line.resource().place().provider();
    }

    private FreshCredentials credentials(Secrets secrets, Optional<Spec> spec) {
        Map<String, String> given = given();
        Optional<Preparation> template = spec.flatMap(read -> template(read, secrets, given));
        return new FreshCredentials(given, terminal.environment(), secrets, template, redactor);
    }

    /** It may be gone with its workspace: then only what is given now counts. */
    private Optional<Preparation> template(Spec spec, Secrets secrets, Map<String, String> given) {
        try {
            Preparation preparation = new Preparation(terminal, spec, redactor, clock.now());
            preparation.give(Map.of());
            preparation.give(secrets);
            given.forEach((name, value) -> preparation.give(name, value));
            return Optional.of(preparation);
        } catch (BuildException e) {
            return Optional.empty();
        }
    }

    /** The values of this command line, with or without a template that declares them. */
    private Map<String, String> given() {
        ProblemCollector problems = new ProblemCollector();
        GivenVariables files = GivenVariables.none();
        for (String file : variables.files) {
            files = files.withFile(terminal.workingDirectory().resolve(file), file, problems);
        }
        problems.throwIfAny();
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : files.names()) {
            files.find(name).ifPresent(found -> values.put(name, found.value().reveal()));
        }
        values.putAll(variables.values());
        return values;
    }

    private static int conclude(List<LedgerLine> open, Output output, String again) {
        if (open.isEmpty()) {
            output.line("Nothing is left.");
            return ExitCode.SUCCESS;
        }
        throw new BuildException(Problem.of("These are still there:\n" + Leftovers.list(open) + "\n")
                .withCure("Run '" + again + "' again with credentials that may remove them, or the commands above."));
    }
}
