package io.jenkins.plugins.packerbuild.engine.communicator;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * How a login proves itself; what is null is not tried.
 *
 * @param privateKey a private key in PEM or OpenSSH form
 * @param password also offered as keyboard-interactive
 */
public record Authentication(
        @Nullable Secret privateKey, @Nullable Secret password) {}
