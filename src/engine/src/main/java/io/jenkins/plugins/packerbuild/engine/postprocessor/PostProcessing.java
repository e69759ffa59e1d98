package io.jenkins.plugins.packerbuild.engine.postprocessor;

import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a post-processor works with.
 *
 * @param run which run it belongs to
 * @param scope its narrator speaks as {@code name (type)}; cancellation and clock of the build
 * @param data generated values by name, for <code>{{build `ID`}}</code>; empty when the builder had no machine
 * @param redact takes secrets out of a text that goes to a file
 */
public record PostProcessing(
        RunIdentity run, BuildScope scope, Map<String, String> data, UnaryOperator<String> redact) {

    /** Copies the map. */
    public PostProcessing {
        data = Map.copyOf(data);
    }
}
