package io.jenkins.plugins.packerbuild.engine.communicator;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.util.List;
import java.util.Optional;

/** Values for communicator options that a template leaves empty, given from outside of it. */
@FunctionalInterface
public interface LoginDefaults {

    /** {@code ssh_username}. */
    String USERNAME = "ssh_username";

    /** {@code ssh_password}. */
    String PASSWORD = "ssh_password";

    /** A private key's text. No template has it. */
    String PRIVATE_KEY = "ssh_private_key";

    /** The options that there may be values for. */
    List<String> OPTIONS = List.of(USERNAME, PASSWORD, PRIVATE_KEY, PrivateKeyFile.OPTION);

    /** No value at all. */
    LoginDefaults NONE = option -> Optional.empty();

    /** The value for one of {@link #OPTIONS}. */
    Optional<Secret> find(String option);
}
