package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;

/** Signature: workflow-step-api. */
public class MissingContextVariableException extends Exception {
    @Deprecated
    public MissingContextVariableException(@NonNull Class<?> type) {}

    public MissingContextVariableException(@NonNull Class<?> type, @CheckForNull StepDescriptor d) {}
}
