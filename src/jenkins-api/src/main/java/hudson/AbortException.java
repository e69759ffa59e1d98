package hudson;

import java.io.IOException;

/** Signature: jenkins-core. */
public class AbortException extends IOException {
    public AbortException() {}

    public AbortException(String message) {}
}
