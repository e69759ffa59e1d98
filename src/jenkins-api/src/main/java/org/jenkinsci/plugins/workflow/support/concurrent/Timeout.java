package org.jenkinsci.plugins.workflow.support.concurrent;

import java.util.concurrent.TimeUnit;

/** Signature: workflow-support. */
public class Timeout implements AutoCloseable {
    public void close() {
        throw new UnsupportedOperationException();
    }

    public static Timeout limit(long time, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }
}
