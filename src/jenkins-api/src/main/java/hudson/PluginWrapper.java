package hudson;

import hudson.model.ModelObject;
import java.net.URL;

/** Signature: jenkins-core. */
public abstract class PluginWrapper implements Comparable<PluginWrapper>, ModelObject {
    public final URL baseResourceURL = null;
}
