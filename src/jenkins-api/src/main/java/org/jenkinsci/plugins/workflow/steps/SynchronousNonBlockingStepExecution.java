package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;

/** Signature: workflow-step-api. */
public abstract class SynchronousNonBlockingStepExecution<T> extends StepExecution {
    protected SynchronousNonBlockingStepExecution(@NonNull StepContext context) {}

    protected abstract T run() throws Exception;

    public final boolean start() throws Exception {
        throw new UnsupportedOperationException();
    }
}
