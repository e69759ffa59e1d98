package io.jenkins.plugins.packerbuild.engine.builder.none;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.builder.BuilderType;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.communicator.PrivateKeyFile;
import io.jenkins.plugins.packerbuild.engine.template.Options;

/**
 * The builder {@code null}: runs the provisioners on a machine that exists already, and makes no image. With
 * {@code "communicator": "none"} there is no machine at all.
 *
 * @see <a href="https://developer.hashicorp.com/packer/docs/builders/null">Packer's reference</a>
 */
public final class NullType implements BuilderType {

    static final String NAME = "null";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean wantsLogin(Options options) {
        return CommunicatorSettings.wantsLogin(options);
    }

    @Override
    public ImageBuilder prepare(Options options, BuilderSettings settings) {
        CommunicatorSettings communicator = CommunicatorSettings.read(options, settings.login(options, ""));
        if (communicator.kind() == CommunicatorSettings.Kind.SSH) {
            checkLogin(options, communicator.login());
        }
        return new NullBuilder(communicator);
    }

    private static void checkLogin(Options options, CommunicatorSettings.Login login) {
        if (login.host().isEmpty()) {
            options.problem(
                    "ssh_host",
                    "a Host must be specified, please reference your communicator documentation.",
                    "Set 'ssh_host', or \"communicator\": \"none\".");
        }
        boolean password = login.password().isPresent();
        boolean keyFile = login.privateKey().isPresent();
        if (!password && !keyFile) {
            options.problem(
                    "ssh_password",
                    "one authentication method must be specified.",
                    "Set 'ssh_password' or '" + PrivateKeyFile.OPTION + "'.");
        }
        if (password && keyFile) {
            options.problem(
                    "ssh_password",
                    "only one of ssh_agent_auth, ssh_password, and ssh_private_key_file must be specified.",
                    "Remove all but one.");
        }
    }
}
