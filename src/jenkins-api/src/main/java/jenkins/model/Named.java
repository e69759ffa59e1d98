package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;

/** Signature: jenkins-core. */
public interface Named {
    @NonNull String getName();
}
