package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.build.RunLimits;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.session.Spec;
import io.jenkins.plugins.packerbuild.engine.step.Conduct;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How builds are run. */
final class RunOptions {

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.@Nullable CommandSpec command;

    @Option(
            names = {"-force", "--force"},
            arity = "0..1",
            fallbackValue = "true",
            description = "Replace what is already there under the same name.")
    boolean force;

    @Option(
            names = {"-on-error", "--on-error"},
            paramLabel = "cleanup|abort|ask|run-cleanup-provisioner",
            defaultValue = "cleanup",
            description = "What happens to the resources of a build that fails.")
    private String onError = "cleanup";

    @Option(
            names = {"-debug", "--debug"},
            arity = "0..1",
            fallbackValue = "true",
            description = "One build after another, each with a pause after every step, at a terminal.")
    boolean debug;

    @Option(
            names = {"-parallel-builds", "--parallel-builds"},
            split = ",",
            paramLabel = "N|type=N",
            description = "How many builds run at the same time, in all or of one builder type; 0 is no limit.")
    private List<String> parallelBuilds = new ArrayList<>();

    @Option(
            names = {OwnOptions.FAIL_FAST, "-" + OwnOptions.FAIL_FAST},
            arity = "0..1",
            fallbackValue = "true",
            description = "Cancel the other builds when one fails.")
    private boolean failFast;

    /**
     * As a spec has it.
     *
     * @throws BuildException when one of them cannot be read
     */
    Spec.Behaviour behaviour() {
        Map<String, Integer> limits = new HashMap<>();
        for (String limit : parallelBuilds) {
            int equals = limit.indexOf('=');
            String type = equals < 0 ? Spec.ALL_TYPES : limit.substring(0, equals);
            limits.put(type, number(limit.substring(equals + 1), limit));
        }
        if (OnError.parse(onError).isEmpty()) {
            throw new CommandLine.ParameterException(CommandTree.lineOf(command), unknownOnError(onError));
        }
        return new Spec.Behaviour(onError, force, failFast, limits);
    }

    private static int number(String text, String whole) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new BuildException(
                    Problem.of("invalid value \"" + whole
                                    + "\" for flag -parallel-builds: parse error: a whole number is expected.")
                            .withCure("Write -parallel-builds=4, or -parallel-builds=digitalocean=4 for one type."),
                    e);
        }
    }

    /**
     * What a spec asks for.
     *
     * @param debug {@code -debug}
     * @param operator who answers questions
     */
    static RunLimits limits(Spec.Behaviour behaviour, boolean debug, Operator operator) {
        Map<String, Integer> byType = new HashMap<>(behaviour.parallelBuilds());
        Integer inAll = byType.remove(Spec.ALL_TYPES);
        OnError onError = OnError.parse(behaviour.onError())
                .orElseThrow(() -> BuildException.of(unknownOnError(behaviour.onError())));
        int atOnce = debug ? 1 : inAll == null ? 0 : inAll;
        return new RunLimits(atOnce, byType, behaviour.failFast(), new Conduct(onError, debug, operator));
    }

    private static String unknownOnError(String onError) {
        return "invalid value \"" + onError + "\" for flag -on-error:"
                + " expected one of [\"cleanup\" \"abort\" \"ask\" \"run-cleanup-provisioner\"]";
    }
}
