package io.jenkins.plugins.packerbuild.engine.builder;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import java.util.List;

/** One builder of a template, ready to run once. */
public interface ImageBuilder {

    /** Values that must not be seen in any output: provider keys, passwords. */
    default List<Secret> secrets() {
        return List.of();
    }

    /** The base URL that its requests go to; empty for the provider's own. */
    default String endpoint() {
        return "";
    }

    /** Names that provisioners may ask for with <code>{{build `Name`}}</code>, besides Packer's common ones. */
    default List<String> generatedNames() {
        return List.of();
    }

    /** Whether it makes an image in a cloud, which costs money and is no file. */
    default boolean makesImage() {
        return false;
    }

    /** Whether provisioners find a machine that they can reach. */
    default boolean hasMachine() {
        return true;
    }

    /** Whether it logs in to its machine with a key that it makes for this build only. */
    default boolean makesKey() {
        return false;
    }

    /**
     * Makes the image. What must be cleaned up is registered with the context's scope, which the caller ends.
     *
     * @throws io.jenkins.plugins.packerbuild.engine.time.CancelledException when cancelled
     * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when it fails
     */
    Artifact build(BuildContext context);

    /**
     * Removes the images of an artifact that this builder has made: a post-processor has made something else of it, and
     * the template does not want to keep it. Files are none of its business. Called once, after all of {@link #build}'s
     * cleanups.
     *
     * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when something of it remains
     */
    default void remove(Artifact artifact, RunIdentity run, BuildScope scope) {}
}
