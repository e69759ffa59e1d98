package org.jenkinsci.plugins.workflow.flow;

import hudson.model.Queue;
import java.io.IOException;
import java.io.Serializable;

/** Signature: workflow-api. */
public abstract class FlowExecutionOwner implements Serializable {

    public abstract Queue.Executable getExecutable() throws IOException;
}
