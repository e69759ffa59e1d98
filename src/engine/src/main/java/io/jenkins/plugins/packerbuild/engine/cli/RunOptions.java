package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.build.RunLimits;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.session.Spec;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How builds are run. */
final class RunOptions {

    @Option(
            names = {"-force", "--force"},
            arity = "0..1",
            fallbackValue = "true",
            description = "Replace what is already there under the same name.")
    boolean force;

    @Option(
            names = {"-on-error", "--on-error"},
            paramLabel = "cleanup|abort",
            defaultValue = "cleanup",
            description = "What happens to the resources of a build that fails.")
    private String onError = "cleanup";

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
    Spec.Behaviour behaviour(Terminal terminal) {
        Map<String, Integer> limits = new HashMap<>();
        for (String limit : parallelBuilds) {
            int equals = limit.indexOf('=');
            String type = equals < 0 ? Spec.ALL_TYPES : limit.substring(0, equals);
            limits.put(type, number(limit.substring(equals + 1), limit));
        }
        boolean asksNobody = onError.equals("ask") && !terminal.interactive();
        return new Spec.Behaviour(asksNobody ? "cleanup" : onError, force, failFast, limits);
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
     * @throws BuildException when it asks for something that is not there
     */
    static RunLimits limits(Spec.Behaviour behaviour) {
        Map<String, Integer> byType = new HashMap<>(behaviour.parallelBuilds());
        Integer inAll = byType.remove(Spec.ALL_TYPES);
        OnError onError = OnError.parse(behaviour.onError())
                .orElseThrow(() -> new BuildException(unknownOnError(behaviour.onError())));
        return new RunLimits(inAll == null ? 0 : inAll, byType, behaviour.failFast(), onError);
    }

    private static Problem unknownOnError(String onError) {
        if (List.of("ask", "run-cleanup-provisioner").contains(onError)) {
            return Problem.of("-on-error=" + onError + " is not there yet.")
                    .withCure("Use -on-error=cleanup or -on-error=abort.");
        }
        return Problem.of(
                        "invalid value \"" + onError
                                + "\" for flag -on-error: expected one of [\"cleanup\" \"abort\" \"ask\" \"run-cleanup-provisioner\"].")
                .withCure("Of these, \"cleanup\" and \"abort\" are there so far.");
    }
}
