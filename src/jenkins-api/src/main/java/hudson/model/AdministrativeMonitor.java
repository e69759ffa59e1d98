package hudson.model;

import hudson.ExtensionPoint;
import hudson.security.Permission;
import org.kohsuke.stapler.StaplerProxy;

/** Signature: jenkins-core. */
public abstract class AdministrativeMonitor extends AbstractModelObject implements ExtensionPoint, StaplerProxy {
    protected AdministrativeMonitor() {}

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public abstract boolean isActivated();

    public boolean isSecurity() {
        throw new UnsupportedOperationException();
    }

    @Deprecated
    public Permission getRequiredPermission() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object getTarget() {
        throw new UnsupportedOperationException();
    }
}
