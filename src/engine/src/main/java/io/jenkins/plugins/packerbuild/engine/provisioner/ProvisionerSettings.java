package io.jenkins.plugins.packerbuild.engine.provisioner;

import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import java.nio.file.Path;

/**
 * What a provisioner is prepared with, besides its options.
 *
 * @param buildName the build's name
 * @param builderType the builder's type
 * @param facts working directory, environment, start of the run
 */
public record ProvisionerSettings(String buildName, String builderType, RunFacts facts) {

    /** Relative paths of the template are relative to it. */
    public Path workingDirectory() {
        return facts.workingDirectory();
    }
}
