package hudson.model;

import java.io.IOException;

/** Signature: jenkins-core. */
public interface Saveable {
    void save() throws IOException;
}
