package jenkins.util;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.IOException;
import java.io.Serializable;

/** Signature: jenkins-core. */
public abstract class VirtualFile implements Comparable<VirtualFile>, Serializable {
    public abstract boolean exists() throws IOException;

    @NonNull public abstract VirtualFile child(@NonNull String name);
}
