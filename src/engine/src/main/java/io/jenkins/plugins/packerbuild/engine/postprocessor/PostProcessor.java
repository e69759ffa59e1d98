package io.jenkins.plugins.packerbuild.engine.postprocessor;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import java.util.Optional;

/** One post-processor of a template, ready to work on the artifact of one build. */
public interface PostProcessor {

    /**
     * Works on it.
     *
     * @param artifact what the builder, or the one before it in the chain, has made
     * @throws io.jenkins.plugins.packerbuild.engine.time.CancelledException when cancelled
     * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when it fails
     */
    Outcome process(Artifact artifact, PostProcessing context);

    /** Whether what it was given stays when it is done. */
    enum Keep {
        /** It goes, unless the template says {@code "keep_input_artifact": true}. */
        NO,
        /** It stays, unless the template says {@code "keep_input_artifact": false}. */
        UNLESS_REFUSED,
        /** It stays, whatever the template says: the result would be worth nothing without it. */
        ALWAYS
    }

    /**
     * What came of it.
     *
     * @param artifact what the next one in the chain is given; empty ends the chain quietly
     * @param keep what becomes of the artifact that it was given
     */
    record Outcome(Optional<Artifact> artifact, Keep keep) {}
}
