package hudson.model;

import hudson.ExtensionPoint;
import jenkins.model.ModelObjectWithChildren;

/** Signature: jenkins-core. */
public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements ExtensionPoint, ModelObjectWithChildren {

    public RunT getLastCompletedBuild() {
        throw new UnsupportedOperationException();
    }
}
