package io.jenkins.plugins.packerbuild.engine.provisioner;

import java.nio.file.Path;

/**
 * What a provisioner is prepared with, besides its options.
 *
 * @param buildName the build's name
 * @param builderType the builder's type
 * @param workingDirectory relative paths of the template are relative to it
 */
public record ProvisionerSettings(String buildName, String builderType, Path workingDirectory) {}
