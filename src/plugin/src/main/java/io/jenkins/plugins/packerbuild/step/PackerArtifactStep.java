package io.jenkins.plugins.packerbuild.step;

import hudson.Extension;
import hudson.model.Run;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code packerArtifact job: 'images/base', builder: 'amazon-ebs'}: the artifact of the newest completed build of another
 * job that was SUCCESS or UNSTABLE and has one of that builder.
 */
public final class PackerArtifactStep extends Step {

    private final String job;
    private final String builder;

    /**
     * For another job.
     *
     * @param job its name, relative to the folder of this job, or absolute with a slash in front
     * @param builder the name of the build in its template
     */
    @DataBoundConstructor
    public PackerArtifactStep(String job, String builder) {
        this.job = job == null ? "" : job.trim();
        this.builder = builder == null ? "" : builder.trim();
    }

    @Override
    public StepExecution start(StepContext context) {
        return new PackerArtifactExecution(context, job, builder);
    }

    /** The job's name, relative to the folder of this job, or absolute with a slash in front. */
    public String getJob() {
        return job;
    }

    /** The name of the build in the job's template. */
    public String getBuilder() {
        return builder;
    }

    /** Tells Jenkins about the step: its name, its form, what it needs. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {

        @Override
        public String getFunctionName() {
            return "packerArtifact";
        }

        @Override
        public String getDisplayName() {
            return "Find a machine image that another job has built";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class);
        }

        @Override
        public @Nullable String argumentsToString(Map<String, Object> arguments) {
            return arguments.get("job") + ": " + arguments.get("builder");
        }
    }
}
