package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.Serializable;
import java.util.Set;

/** Signature: workflow-step-api. */
public abstract class EnvironmentExpander implements Serializable {

    @NonNull public Set<String> getSensitiveVariables() {
        throw new UnsupportedOperationException();
    }
}
