package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.Serializable;

/** Signature: jenkins-core. */
public final class Result implements Serializable {
    @NonNull public static final Result SUCCESS = null;

    @NonNull public static final Result UNSTABLE = null;

    @NonNull public static final Result FAILURE = null;

    @NonNull public static final Result NOT_BUILT = null;

    @NonNull public static final Result ABORTED = null;

    public boolean isWorseThan(@NonNull Result that) {
        throw new UnsupportedOperationException();
    }

    public boolean isWorseOrEqualTo(@NonNull Result that) {
        throw new UnsupportedOperationException();
    }

    public boolean isBetterThan(@NonNull Result that) {
        throw new UnsupportedOperationException();
    }

    public boolean isBetterOrEqualTo(@NonNull Result that) {
        throw new UnsupportedOperationException();
    }

    @NonNull public String toString() {
        throw new UnsupportedOperationException();
    }

    @NonNull public static Result fromString(@NonNull String s) {
        throw new UnsupportedOperationException();
    }
}
