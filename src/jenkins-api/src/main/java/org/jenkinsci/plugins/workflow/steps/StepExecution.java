package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.Serializable;

/** Signature: workflow-step-api. */
public abstract class StepExecution implements Serializable {
    @Deprecated
    protected StepExecution() {}

    protected StepExecution(@NonNull StepContext context) {}

    @NonNull public StepContext getContext() {
        throw new UnsupportedOperationException();
    }

    public abstract boolean start() throws Exception;

    public void stop(@NonNull Throwable cause) throws Exception {
        throw new UnsupportedOperationException();
    }

    public void onResume() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public String getStatus() {
        throw new UnsupportedOperationException();
    }
}
