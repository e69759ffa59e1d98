package org.jenkinsci.plugins.workflow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;

/** Signature: workflow-api. */
public class FilePathUtils {
    @NonNull public static String getNodeName(@NonNull FilePath f) throws IllegalStateException {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public static FilePath find(@NonNull String node, @NonNull String path) {
        throw new UnsupportedOperationException();
    }
}
