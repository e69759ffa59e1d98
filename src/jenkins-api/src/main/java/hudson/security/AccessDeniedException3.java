package hudson.security;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** Signature: jenkins-core. */
public class AccessDeniedException3 extends AccessDeniedException {
    public AccessDeniedException3(Authentication authentication, Permission permission) {
        super(null);
    }

    public AccessDeniedException3(Throwable t, Authentication authentication, Permission permission) {
        super(null);
    }
}
