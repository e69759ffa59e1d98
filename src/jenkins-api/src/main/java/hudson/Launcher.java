package hudson;

import java.io.IOException;
import java.util.Map;

/** Signature: jenkins-core. */
public abstract class Launcher {

    public abstract void kill(Map<String, String> modelEnvVars) throws IOException, InterruptedException;
}
