package io.jenkins.plugins.packerbuild.simulator.jail;

import java.util.List;

/** How far commands are kept from the real machine, the best first. */
public enum JailMode {
    /** In namespaces that {@code bwrap} makes: everything runs, nothing gets out. */
    BUBBLEWRAP,
    /** In namespaces that {@code unshare} and {@code mount} make: everything runs, nothing gets out. */
    UNSHARE,
    /** On the real machine, but only scripts of this repository, known by their SHA-256. */
    KNOWN_SCRIPTS,
    /** On the real machine, whatever comes: only where somebody asked for it. */
    HOST_SCRIPTS;

    /** What to try in order when nobody asked for anything else; {@link #KNOWN_SCRIPTS} always works. */
    public static final List<JailMode> SAFE = List.of(BUBBLEWRAP, UNSHARE, KNOWN_SCRIPTS);

    /** What to try where {@code --allow-host-scripts} was given. */
    public static final List<JailMode> WITH_HOST_SCRIPTS = List.of(BUBBLEWRAP, UNSHARE, HOST_SCRIPTS);

    /** Whether a machine has a root directory of its own, in which its absolute paths are true. */
    public boolean hasOwnRoot() {
        return this == BUBBLEWRAP || this == UNSHARE;
    }
}
