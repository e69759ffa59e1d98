package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.builder.BuilderType;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The builder type {@code amazon-ebs}. One instance per run: its builders share clients, looks and rate budgets. Closing it
 * ends the clients. The AWS SDK is loaded when the first build runs, not before. Safe for use by several threads.
 */
public final class AmazonEbsType implements BuilderType {

    static final String NAME = "amazon-ebs";

    private final RegionClouds clouds;

    /** For AWS, or whatever {@code custom_endpoint_ec2} names. */
    public AmazonEbsType() {
        this(new RegionClouds(
                (key, attempts) -> SdkLine.open(key, attempts),
                () -> ThreadLocalRandom.current().nextDouble()));
    }

    AmazonEbsType(RegionClouds clouds) {
        this.clouds = clouds;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean wantsCredential(Options options) {
        return LoginChoice.isLeftToOthers(options);
    }

    @Override
    public boolean wantsLogin(Options options) {
        return CommunicatorSettings.wantsLogin(options);
    }

    @Override
    public ImageBuilder prepare(Options options, BuilderSettings settings) {
        EbsOptions read = EbsOptions.read(options, settings);
        clouds.expectName(read.access().cloud(), read.image().name());
        return new AmazonEbsBuilder(read, clouds);
    }

    @Override
    public void close() {
        clouds.close();
    }
}
