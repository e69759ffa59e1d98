package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.AccessControlled;
import java.io.File;
import jenkins.model.Loadable;
import org.kohsuke.stapler.StaplerProxy;

/** Signature: jenkins-core. */
public abstract class AbstractItem extends Actionable implements Loadable, Item, AccessControlled, StaplerProxy {
    public File getRootDir() {
        throw new UnsupportedOperationException();
    }

    @NonNull public ItemGroup getParent() {
        throw new UnsupportedOperationException();
    }

    @NonNull public final String getFullName() {
        throw new UnsupportedOperationException();
    }

    public final String getFullDisplayName() {
        throw new UnsupportedOperationException();
    }
}
