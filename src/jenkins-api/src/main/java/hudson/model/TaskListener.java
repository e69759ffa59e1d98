package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.PrintStream;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** Signature: jenkins-core. */
public interface TaskListener extends SerializableOnlyOverRemoting {
    @NonNull PrintStream getLogger();

    TaskListener NULL = null;
}
