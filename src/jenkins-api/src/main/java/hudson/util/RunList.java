package hudson.util;

import hudson.model.Run;
import java.util.AbstractList;
import java.util.Iterator;

/** Signature: jenkins-core. */
public abstract class RunList<R extends Run> extends AbstractList<R> {
    public Iterator<R> iterator() {
        throw new UnsupportedOperationException();
    }

    public RunList<R> limit(int n) {
        throw new UnsupportedOperationException();
    }
}
