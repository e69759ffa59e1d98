package hudson;

import hudson.model.ModelObject;
import java.net.URL;

/** Signature: jenkins-core. */
public abstract class PluginWrapper implements Comparable<PluginWrapper>, ModelObject {
    public final URL baseResourceURL = null;

    public String getShortName() {
        throw new UnsupportedOperationException();
    }

    public String getUrl() {
        throw new UnsupportedOperationException();
    }

    public String getVersion() {
        throw new UnsupportedOperationException();
    }
}
