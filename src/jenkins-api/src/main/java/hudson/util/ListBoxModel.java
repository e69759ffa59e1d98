package hudson.util;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.ArrayList;
import org.kohsuke.stapler.HttpResponse;

/** Signature: jenkins-core. */
public class ListBoxModel extends ArrayList<ListBoxModel.Option> implements HttpResponse {
    /** Signature: jenkins-core. */
    public static final class Option {}

    public ListBoxModel() {}

    public void add(@NonNull String displayName, @NonNull String value) {
        throw new UnsupportedOperationException();
    }
}
