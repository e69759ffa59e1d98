package org.jenkinsci.plugins.workflow.flow;

/** Signature: workflow-api. */
public abstract class FlowExecution {
    public abstract FlowExecutionOwner getOwner();
}
