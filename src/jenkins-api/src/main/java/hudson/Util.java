package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.File;
import java.io.IOException;

/** Signature: jenkins-core. */
public class Util {

    @NonNull public static String fixNull(@CheckForNull String s) {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public static String fixEmptyAndTrim(@CheckForNull String s) {
        throw new UnsupportedOperationException();
    }

    public static void deleteRecursive(@NonNull File dir) throws IOException {
        throw new UnsupportedOperationException();
    }
}
