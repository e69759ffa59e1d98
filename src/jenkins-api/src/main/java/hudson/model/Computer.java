package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.security.AccessControlled;
import org.kohsuke.stapler.StaplerProxy;

/** Signature: jenkins-core. */
public abstract class Computer extends Actionable implements AccessControlled, StaplerProxy {
    public static final java.util.concurrent.ExecutorService threadPoolForRemoting = null;

    @CheckForNull
    public Node getNode() {
        throw new UnsupportedOperationException();
    }
}
