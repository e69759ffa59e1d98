package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import java.util.List;

/**
 * One build of a plan: a builder with the provisioners that run on its machine.
 *
 * @param name the build's name, rendered
 * @param type the builder's type
 * @param builder ready to run once
 * @param provisioners in the order in which they run; may be empty
 */
public record BuilderRun(String name, String type, ImageBuilder builder, List<Provisioner> provisioners) {

    /** Copies its list. */
    public BuilderRun {
        provisioners = List.copyOf(provisioners);
    }
}
