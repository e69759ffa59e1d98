package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.build.Components;
import io.jenkins.plugins.packerbuild.engine.builder.ResourceCleaner;
import io.jenkins.plugins.packerbuild.engine.builder.amazon.AmazonEbsType;
import io.jenkins.plugins.packerbuild.engine.builder.amazon.AmazonResourceCleaner;
import io.jenkins.plugins.packerbuild.engine.builder.amazon.SecretsManager;
import io.jenkins.plugins.packerbuild.engine.builder.digitalocean.DigitalOceanResourceCleaner;
import io.jenkins.plugins.packerbuild.engine.builder.digitalocean.DigitalOceanType;
import io.jenkins.plugins.packerbuild.engine.builder.file.FileType;
import io.jenkins.plugins.packerbuild.engine.builder.none.NullType;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.communicator.Connector;
import io.jenkins.plugins.packerbuild.engine.communicator.none.NoneConnector;
import io.jenkins.plugins.packerbuild.engine.communicator.ssh.SshConnector;
import io.jenkins.plugins.packerbuild.engine.lookup.RemoteStores;
import io.jenkins.plugins.packerbuild.engine.postprocessor.artifice.ArtificeType;
import io.jenkins.plugins.packerbuild.engine.postprocessor.checksum.ChecksumType;
import io.jenkins.plugins.packerbuild.engine.postprocessor.compress.CompressType;
import io.jenkins.plugins.packerbuild.engine.postprocessor.local.ShellLocalPostProcessorType;
import io.jenkins.plugins.packerbuild.engine.postprocessor.manifest.ManifestType;
import io.jenkins.plugins.packerbuild.engine.provisioner.local.ShellLocalProvisionerType;
import io.jenkins.plugins.packerbuild.engine.provisioner.pause.BreakpointProvisionerType;
import io.jenkins.plugins.packerbuild.engine.provisioner.pause.SleepProvisionerType;
import io.jenkins.plugins.packerbuild.engine.provisioner.shell.ShellProvisionerType;
import io.jenkins.plugins.packerbuild.engine.template.RemoteValues;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.util.List;
import java.util.Map;

/** Which implementation stands behind which port: the only list of them. */
final class Wiring {

    private Wiring() {}

    /** The builder, provisioner and post-processor types of this engine, fresh for one run. */
    static Components components() {
        return new Components(
                List.of(new AmazonEbsType(), new DigitalOceanType(), new NullType(), new FileType()),
                List.of(
                        new ShellProvisionerType(),
                        new ShellLocalProvisionerType(),
                        new BreakpointProvisionerType(),
                        new SleepProvisionerType()),
                List.of(
                        new ArtificeType(),
                        new ChecksumType(),
                        new CompressType(),
                        new ManifestType(),
                        new ShellLocalPostProcessorType()));
    }

    /** Where values of variables come from that servers keep, as the environment says. */
    static RemoteValues remoteValues(Map<String, String> environment) {
        return new RemoteStores(environment, () -> new SecretsManager(environment));
    }

    /** Who removes what a dead run has left, by provider. */
    static List<ResourceCleaner> cleaners() {
        return List.of(new AmazonResourceCleaner(), new DigitalOceanResourceCleaner());
    }

    /** Reaches machines in the way that the template wants. */
    static Connector connector(Clock clock) {
        Connector ssh = new SshConnector(clock);
        Connector none = new NoneConnector();
        return (target, narrator, cancellation) -> {
            boolean reachable = target.settings().kind() == CommunicatorSettings.Kind.SSH;
            return (reachable ? ssh : none).connect(target, narrator, cancellation);
        };
    }
}
