package org.jenkinsci.remoting;

/** Signature: remoting. */
public interface RoleSensitive {
    void checkRoles(RoleChecker checker) throws SecurityException;
}
