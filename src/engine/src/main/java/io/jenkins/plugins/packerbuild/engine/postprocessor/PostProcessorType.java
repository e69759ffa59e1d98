package io.jenkins.plugins.packerbuild.engine.postprocessor;

import io.jenkins.plugins.packerbuild.engine.template.Options;

/**
 * A kind of post-processor, as named by {@code type} in a template. One instance serves all builds of a run, and may hold
 * what they share. Safe for use by several threads.
 */
public interface PostProcessorType {

    /** As in {@code manifest}. */
    String name();

    /**
     * Reads and checks the options, for one build. Problems go to the options; the result is used only when there were
     * none.
     */
    PostProcessor prepare(Options options, PostProcessorSettings settings);
}
