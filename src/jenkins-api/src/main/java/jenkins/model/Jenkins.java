package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.Launcher;
import hudson.PluginManager;
import hudson.model.AbstractCIBase;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.io.File;
import java.util.List;
import org.kohsuke.stapler.StaplerProxy;

/** Signature: jenkins-core. */
public abstract class Jenkins extends AbstractCIBase
        implements StaplerProxy, AccessControlled, ModelObjectWithChildren, Loadable {
    @NonNull public static Jenkins get() throws IllegalStateException {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public static Jenkins getInstanceOrNull() {
        throw new UnsupportedOperationException();
    }

    @NonNull public PluginManager getPluginManager() {
        throw new UnsupportedOperationException();
    }

    @NonNull public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
        throw new UnsupportedOperationException();
    }

    public Launcher createLauncher(TaskListener listener) {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public Node getNode(String name) {
        throw new UnsupportedOperationException();
    }

    @NonNull public List<Node> getNodes() {
        throw new UnsupportedOperationException();
    }

    public File getRootDir() {
        throw new UnsupportedOperationException();
    }

    @NonNull public FilePath getRootPath() {
        throw new UnsupportedOperationException();
    }

    public boolean isTerminating() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public final <T extends Item> T getItem(String pathName, Item context, @NonNull Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public Item getItemByFullName(String fullName) {
        throw new UnsupportedOperationException();
    }

    public static final Permission ADMINISTER = null;
}
