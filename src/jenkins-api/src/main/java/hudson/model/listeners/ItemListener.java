package hudson.model.listeners;

import hudson.ExtensionPoint;

/** Signature: jenkins-core. */
public class ItemListener implements ExtensionPoint {
    public void onLoaded() {
        throw new UnsupportedOperationException();
    }

    public void onBeforeShutdown() {
        throw new UnsupportedOperationException();
    }
}
