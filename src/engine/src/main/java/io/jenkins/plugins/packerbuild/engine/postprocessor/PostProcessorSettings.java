package io.jenkins.plugins.packerbuild.engine.postprocessor;

import io.jenkins.plugins.packerbuild.engine.template.RunFacts;

/**
 * What a post-processor is prepared with, besides its options.
 *
 * @param buildName the build's name
 * @param builderType the builder's type
 * @param force {@code -force}
 * @param facts working directory, environment, start of the run
 */
public record PostProcessorSettings(String buildName, String builderType, boolean force, RunFacts facts) {}
