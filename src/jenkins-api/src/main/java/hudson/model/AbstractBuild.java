package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import java.util.Set;

/** Signature: jenkins-core. */
public abstract class AbstractBuild<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>> extends Run<P, R> {
    @CheckForNull
    public Node getBuiltOn() {
        throw new UnsupportedOperationException();
    }

    public Set<String> getSensitiveBuildVariables() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public final FilePath getWorkspace() {
        throw new UnsupportedOperationException();
    }
}
