package hudson.remoting;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Closeable;

/** Signature: remoting. */
public abstract class Channel implements VirtualChannel, Closeable {
    public static boolean isClosedChannelException(@CheckForNull Throwable t) {
        throw new UnsupportedOperationException();
    }
}
