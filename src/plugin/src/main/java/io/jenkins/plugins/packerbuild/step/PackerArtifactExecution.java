package io.jenkins.plugins.packerbuild.step;

import hudson.AbortException;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.packerbuild.metadata.ArtifactLookup;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** Looks an artifact up, as whoever the build runs as. */
final class PackerArtifactExecution extends SynchronousNonBlockingStepExecution<Object> {
    private static final long serialVersionUID = 1L;

    private final String jobName;
    private final String builder;

    PackerArtifactExecution(StepContext context, String jobName, String builder) {
        super(context);
        this.jobName = jobName;
        this.builder = builder;
    }

    @Override
    protected Object run() throws Exception {
        Job<?, ?> here = getContext().get(Run.class).getParent();
        // Finds only what the authentication of this build may read; it does not tell the rest from what is not there.
        Job<?, ?> job = Jenkins.get().getItem(jobName, here, Job.class);
        if (job == null) {
            throw new AbortException("Could not find job '" + jobName + "', or this build may not see it. Write its"
                    + " name relative to the folder of '" + here.getFullName() + "', or absolute with a slash in"
                    + " front: packerArtifact job: '/images/base', builder: '" + builder + "'.");
        }
        return ArtifactLookup.find(job, builder)
                .orElseThrow(() -> new AbortException("Could not find an artifact of builder '" + builder
                        + "' in the last " + ArtifactLookup.MOST_BUILDS + " builds of job '" + job.getFullName()
                        + "' that were successful or unstable. Check the builder's name on the page of a build."));
    }
}
