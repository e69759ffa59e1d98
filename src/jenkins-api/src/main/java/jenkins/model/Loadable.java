package jenkins.model;

import java.io.IOException;

/** Signature: jenkins-core. */
public interface Loadable {
    void load() throws IOException;
}
