package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import java.util.List;
import java.util.Optional;

/**
 * One build of a plan: a builder with the provisioners that run on its machine, and what is done with its artifact.
 *
 * @param name the build's name, rendered
 * @param type the builder's type
 * @param builder ready to run once
 * @param provisioners in the order in which they run; may be empty
 * @param errorCleanup runs on the machine when the build has failed
 * @param chains post-processors: each chain begins with the builder's artifact; none of them is empty
 */
public record BuilderRun(
        String name,
        String type,
        ImageBuilder builder,
        List<Provisioner> provisioners,
        Optional<Provisioner> errorCleanup,
        List<List<Link>> chains) {

    /**
     * One post-processor of a chain.
     *
     * @param name its name; the type when it has none
     * @param type its type
     * @param keepInput {@code keep_input_artifact}; empty when the template does not say
     * @param postProcessor ready to run once
     */
    public record Link(String name, String type, Optional<Boolean> keepInput, PostProcessor postProcessor) {}

    /** Copies its lists. */
    public BuilderRun {
        provisioners = List.copyOf(provisioners);
        chains = chains.stream().map(List::copyOf).toList();
    }
}
