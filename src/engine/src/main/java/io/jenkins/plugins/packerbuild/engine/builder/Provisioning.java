package io.jenkins.plugins.packerbuild.engine.builder;

import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import java.util.Map;

/** The template's provisioners for one build, as a builder sees them. */
@FunctionalInterface
public interface Provisioning {

    /**
     * Runs them in order.
     *
     * @param data generated values by name, for <code>{{build `ID`}}</code>: {@code ID}, {@code Host}, {@code Port},
     *     {@code User}, {@code SourceAMI} and the like
     */
    void provision(Communicator communicator, Map<String, String> data, BuildScope scope);
}
