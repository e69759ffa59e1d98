package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.communicator.LoginDefaults;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.Optional;

/**
 * How the machine is reached.
 *
 * @param settings of the communicator
 * @param face by which of its addresses
 * @param keyName {@code ssh_keypair_name}: one that exists
 * @param temporaryKeyName {@code temporary_key_pair_name}
 */
record ConnectOptions(
        CommunicatorSettings settings,
        AddressChoice face,
        Optional<String> keyName,
        Optional<String> temporaryKeyName) {

    private static final String KEY_NAME = "ssh_keypair_name";

    static ConnectOptions read(Options options, LoginDefaults login) {
        options.notYet("pause_before_ssm", "session_manager_port");
        ConnectOptions connect = new ConnectOptions(
                CommunicatorSettings.read(options, login),
                AddressChoice.read(options),
                options.text(KEY_NAME),
                options.text("temporary_key_pair_name"));
        connect.check(options);
        return connect;
    }

    private void check(Options options) {
        if (keyName.isPresent() && settings.login().privateKey().isEmpty()) {
            options.problem(
                    KEY_NAME,
                    "ssh_private_key_file must be provided when ssh_keypair_name is specified.",
                    "Add the file that holds the key pair's private key.");
        }
    }

    /** Whether AWS is asked for a key pair that lives as long as the build. */
    boolean needsTemporaryKey() {
        return settings.kind() == CommunicatorSettings.Kind.SSH
                && keyName.isEmpty()
                && settings.login().isBare();
    }
}
