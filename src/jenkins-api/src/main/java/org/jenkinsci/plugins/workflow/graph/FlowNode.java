package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Actionable;
import hudson.model.Saveable;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** Signature: workflow-api. */
public abstract class FlowNode extends Actionable implements Saveable {
    @NonNull public FlowExecution getExecution() {
        throw new UnsupportedOperationException();
    }
}
