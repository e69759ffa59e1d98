package hudson.security;

import edu.umd.cs.findbugs.annotations.NonNull;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;

/** Signature: jenkins-core. */
public abstract class ACL {
    public final boolean hasPermission(@NonNull Permission p) {
        throw new UnsupportedOperationException();
    }

    public static final Authentication SYSTEM2 = null;

    @Deprecated
    @NonNull public static SecurityContext impersonate2(@NonNull Authentication auth) {
        throw new UnsupportedOperationException();
    }

    @NonNull public static ACLContext as2(@NonNull Authentication auth) {
        throw new UnsupportedOperationException();
    }
}
