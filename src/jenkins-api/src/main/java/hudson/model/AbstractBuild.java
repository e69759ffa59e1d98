package hudson.model;

import java.util.Set;

/** Signature: jenkins-core. */
public abstract class AbstractBuild<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>> extends Run<P, R> {

    public Set<String> getSensitiveBuildVariables() {
        throw new UnsupportedOperationException();
    }
}
