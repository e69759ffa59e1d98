package hudson;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.TreeMap;

/** Signature: jenkins-core. */
public class EnvVars extends TreeMap<String, String> {
    public EnvVars() {}

    public EnvVars(@NonNull EnvVars m) {}

    public String expand(String s) {
        throw new UnsupportedOperationException();
    }
}
