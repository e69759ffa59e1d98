package io.jenkins.plugins.packerbuild.engine.provisioner.pause;

import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerSettings;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerType;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.time.Duration;

/** The provisioner {@code sleep}: waits for its {@code duration}, without a word. Packer has it, but no reference of it. */
public final class SleepProvisionerType implements ProvisionerType {

    @Override
    public String name() {
        return "sleep";
    }

    @Override
    public boolean needsMachine() {
        return false;
    }

    @Override
    public Provisioner prepare(Options options, ProvisionerSettings settings) {
        Duration duration = options.duration("duration", Duration.ZERO);
        return (communicator, data, scope) -> scope.clock().sleep(duration, scope.cancellation());
    }
}
