package io.jenkins.plugins.packerbuild.engine.postprocessor;

import io.jenkins.plugins.packerbuild.engine.template.Options;

/**
 * A kind of post-processor, as named by {@code type} in a template. One instance serves all builds of a run, and may hold
 * what they share. Safe for use by several threads.
 */
public interface PostProcessorType {

    /** As in {@code manifest}. */
    String name();

    /** What becomes of what it is given, as far as that can be told before it runs. */
    default PostProcessor.Keep keepsInput() {
        return PostProcessor.Keep.ALWAYS;
    }

    /**
     * Reads and checks the options, for one build. Problems go to the options; the result is used only when there were
     * none.
     */
    PostProcessor prepare(Options options, PostProcessorSettings settings);
}
