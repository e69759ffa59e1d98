package io.jenkins.plugins.packerbuild.session;

import java.util.Locale;

/** What an engine process is started for. */
public enum Purpose {
    /** {@code build}: builds all images of a template. */
    BUILD,
    /** {@code validate}: finds all problems of a template. */
    VALIDATE,
    /** {@code cleanup}: removes what a dead session has left in a cloud. */
    CLEANUP;

    /** The engine's command. */
    public String command() {
        return name().toLowerCase(Locale.ROOT);
    }
}
