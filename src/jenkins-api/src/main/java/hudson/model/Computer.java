package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.EnvVars;
import hudson.remoting.VirtualChannel;
import hudson.security.AccessControlled;
import java.io.IOException;
import java.nio.charset.Charset;
import org.kohsuke.stapler.StaplerProxy;

/** Signature: jenkins-core. */
public abstract class Computer extends Actionable implements AccessControlled, StaplerProxy {
    public static final java.util.concurrent.ExecutorService threadPoolForRemoting = null;

    @Nullable public abstract VirtualChannel getChannel();

    public abstract Charset getDefaultCharset();

    @NonNull public String getName() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public Node getNode() {
        throw new UnsupportedOperationException();
    }

    public boolean isOffline() {
        throw new UnsupportedOperationException();
    }

    public final boolean isOnline() {
        throw new UnsupportedOperationException();
    }

    @NonNull public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public EnvVars getEnvironment() throws IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    @Nullable public static Computer currentComputer() {
        throw new UnsupportedOperationException();
    }
}
