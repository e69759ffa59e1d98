package hudson.util;

import java.util.concurrent.ThreadFactory;

/** Signature: jenkins-core. */
public class ClassLoaderSanityThreadFactory implements ThreadFactory {
    public ClassLoaderSanityThreadFactory(ThreadFactory delegate) {}

    public Thread newThread(Runnable r) {
        throw new UnsupportedOperationException();
    }
}
