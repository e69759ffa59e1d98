package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.List;
import java.util.Optional;

/**
 * All options of one {@code amazon-ebs} builder, by the groups of Packer's reference.
 *
 * @param access who and where
 * @param source which image to start from
 * @param run what the machine is like
 * @param network where it is
 * @param connect how it is reached
 * @param image what comes of it
 * @param devices volumes of the machine and of the image
 */
record EbsOptions(
        AccessOptions access,
        SourceOptions source,
        RunOptions run,
        NetworkOptions network,
        ConnectOptions connect,
        ImageOptions image,
        Devices devices) {

    /**
     * Volumes.
     *
     * @param launch {@code launch_block_device_mappings}
     * @param image {@code ami_block_device_mappings}
     */
    record Devices(List<BlockDevice> launch, List<BlockDevice> image) {}

    static EbsOptions read(Options options, BuilderSettings settings) {
        Optional<String> virtualization = options.text("ami_virtualization_type");
        AccessOptions access = AccessOptions.read(options, settings);
        return new EbsOptions(
                access,
                SourceOptions.read(options, virtualization),
                RunOptions.read(options, settings),
                NetworkOptions.read(options),
                ConnectOptions.read(
                        options, settings.login(options, access.cloud().endpoint())),
                ImageOptions.read(options, settings.force()),
                new Devices(
                        BlockDevice.read(options, "launch_block_device_mappings"),
                        BlockDevice.read(options, "ami_block_device_mappings")));
    }
}
