package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.AbstractModelObject;
import org.kohsuke.stapler.StaplerProxy;

/** Signature: jenkins-core. */
public abstract class PluginManager extends AbstractModelObject implements StaplerProxy {

    @CheckForNull
    public PluginWrapper getPlugin(String shortName) {
        throw new UnsupportedOperationException();
    }
}
