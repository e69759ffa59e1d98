package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.Serializable;

/** Signature: jenkins-core. */
public final class Result implements Serializable {

    @NonNull public static final Result UNSTABLE = null;

    @NonNull public static final Result ABORTED = null;

    public boolean isBetterOrEqualTo(@NonNull Result that) {
        throw new UnsupportedOperationException();
    }
}
