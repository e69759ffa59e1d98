package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.AccessControlled;
import jenkins.model.Loadable;
import org.kohsuke.stapler.StaplerProxy;

/** Signature: jenkins-core. */
public abstract class AbstractItem extends Actionable implements Loadable, Item, AccessControlled, StaplerProxy {

    @NonNull public ItemGroup getParent() {
        throw new UnsupportedOperationException();
    }

    @NonNull public final String getFullName() {
        throw new UnsupportedOperationException();
    }
}
