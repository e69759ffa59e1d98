package io.jenkins.plugins.packerbuild.engine.provisioner.local;

import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerSettings;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerType;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.List;

/**
 * The provisioner {@code shell-local}, with Packer's options and defaults.
 *
 * @see <a href="https://developer.hashicorp.com/packer/docs/provisioners/shell-local">Packer's reference</a>
 */
public final class ShellLocalProvisionerType implements ProvisionerType {

    @Override
    public String name() {
        return "shell-local";
    }

    @Override
    public boolean needsMachine() {
        return false;
    }

    @Override
    public Provisioner prepare(Options options, ProvisionerSettings settings) {
        LocalScripts scripts = LocalScripts.read(options, settings, List.of());
        return (communicator, data, scope) -> scripts.run(data, scope);
    }
}
