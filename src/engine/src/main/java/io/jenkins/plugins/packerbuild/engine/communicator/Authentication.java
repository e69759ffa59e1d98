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
        @Nullable Secret privateKey, @Nullable Secret password) {

    /** By a private key alone. */
    public static Authentication byKey(Secret privateKey) {
        return new Authentication(privateKey, null);
    }

    /**
     * What the template itself or its starter gives: a private key, a password, or both.
     *
     * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when the key file cannot be used
     */
    public static Authentication from(CommunicatorSettings.Login login) {
        return new Authentication(
                login.privateKey().map(PrivateKey::read).orElse(null),
                login.password().orElse(null));
    }

    /** Whether there is nothing to prove it with. */
    public boolean isEmpty() {
        return privateKey == null && password == null;
    }
}
