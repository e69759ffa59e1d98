package hudson.util;

import java.io.Serializable;

/** Signature: jenkins-core. */
public class ArgumentListBuilder implements Serializable, Cloneable {
    public ArgumentListBuilder() {}

    public ArgumentListBuilder add(String a) {
        throw new UnsupportedOperationException();
    }
}
