package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.Launcher;
import hudson.remoting.VirtualChannel;
import hudson.security.AccessControlled;

/** Signature: jenkins-core. */
public abstract class Node extends AbstractModelObject implements ExtensionPoint, AccessControlled, PersistenceRoot {

    @NonNull public abstract String getNodeName();

    public abstract Launcher createLauncher(TaskListener listener);

    @CheckForNull
    public final VirtualChannel getChannel() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public abstract FilePath getRootPath();
}
