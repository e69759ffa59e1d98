package hudson.util;

import java.util.concurrent.ThreadFactory;

/** Signature: jenkins-core. */
public final class NamingThreadFactory implements ThreadFactory {
    public NamingThreadFactory(ThreadFactory delegate, String name) {}

    public Thread newThread(Runnable r) {
        throw new UnsupportedOperationException();
    }
}
