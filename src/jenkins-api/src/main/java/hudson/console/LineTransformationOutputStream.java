package hudson.console;

import java.io.IOException;
import java.io.OutputStream;

/** Signature: jenkins-core. */
public abstract class LineTransformationOutputStream extends OutputStream {
    protected abstract void eol(byte[] b, int len) throws IOException;

    /** Signature: jenkins-core. */
    public abstract static class Delegating extends LineTransformationOutputStream {
        protected final OutputStream out = null;

        protected Delegating(OutputStream out) {}
    }
}
