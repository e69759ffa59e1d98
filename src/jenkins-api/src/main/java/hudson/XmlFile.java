package hudson;

import java.io.File;

/** Signature: jenkins-core. */
public final class XmlFile {
    public File getFile() {
        throw new UnsupportedOperationException();
    }
}
