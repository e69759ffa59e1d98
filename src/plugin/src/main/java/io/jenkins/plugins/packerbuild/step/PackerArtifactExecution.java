package io.jenkins.plugins.packerbuild.step;

import hudson.AbortException;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.packerbuild.metadata.ArtifactLookup;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

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

    /** Finds only what the authentication of this build may read; the rest is as if it were not there. */
    private @Nullable Job<?, ?> find(Job<?, ?> here) {
        try {
            return Jenkins.get().getItem(jobName, here, Job.class);
        } catch (AccessDeniedException e) {
            return null;
        }
    }

    @Override
    protected Object run() throws Exception {
        Job<?, ?> here = getContext().get(Run.class).getParent();
        Job<?, ?> job = find(here);
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
