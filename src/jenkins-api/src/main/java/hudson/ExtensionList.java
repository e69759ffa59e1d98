package hudson;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.AbstractList;

/** Signature: jenkins-core. */
public abstract class ExtensionList<T> extends AbstractList<T> {

    @NonNull public static <T> ExtensionList<T> lookup(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @NonNull public static <U> U lookupSingleton(Class<U> type) {
        throw new UnsupportedOperationException();
    }
}
