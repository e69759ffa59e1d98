package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;

/** Signature: jenkins-core. */
public interface FullyNamed {
    @NonNull String getFullName();
}
