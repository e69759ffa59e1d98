package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.artifact.Image;
import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.builder.ClearAuthorizedKeysStep;
import io.jenkins.plugins.packerbuild.engine.builder.ConnectStep;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.communicator.ConnectionTarget;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.time.WaitSchedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes an EBS-backed image: start a machine of the source image, provision it, stop it, image it. */
final class AmazonEbsBuilder implements ImageBuilder {

    private static final String BUILDER_ID = "mitchellh.amazonebs";
    private static final Duration CREDENTIAL_CHECK_LIMIT = Duration.ofMinutes(5);

    private final EbsOptions options;
    private final RegionClouds clouds;

    AmazonEbsBuilder(EbsOptions options, RegionClouds clouds) {
        this.options = options;
        this.clouds = clouds;
    }

    @Override
    public String endpoint() {
        return options.access().cloud().endpoint();
    }

    @Override
    public List<Secret> secrets() {
        Stream<Secret> passwords = options.connect().settings().login().password().stream();
        return Stream.concat(options.access().cloud().login().secrets().stream(), passwords)
                .toList();
    }

    @Override
    public List<String> generatedNames() {
        return SourceData.GENERATED;
    }

    @Override
    public boolean hasMachine() {
        return options.connect().settings().kind() == CommunicatorSettings.Kind.SSH;
    }

    @Override
    public boolean makesKey() {
        return options.connect().needsTemporaryKey();
    }

    @Override
    public Artifact build(BuildContext context) {
        BuildScope scope = context.scope();
        Site site = site(context);
        scope.run(new PreValidateStep(site, options));
        ImageInfo source = scope.run(new FindSourceImageStep(site, options.source()));
        SourceData data = new SourceData(site.cloud().key().region(), source);

        Optional<String> vpc = scope.run(new FindNetworkStep(site, options.network()));
        KeyAccess key = scope.run(new CreateKeyPairStep(site, options.connect()));
        int port = options.connect().settings().login().port();
        List<GroupId> groups = scope.run(new CreateSecurityGroupStep(site, options.network(), port, vpc));
        LaunchInstanceStep.Base base =
                new LaunchInstanceStep.Base(source.id(), key.keyName(), groups, data.forTemplates());
        InstanceInfo instance = scope.run(new LaunchInstanceStep(site, options, base));

        provision(site, data, key, instance);
        rest(site, instance.id());
        ImageInfo image = image(site, instance.id(), data.forTemplates());
        return artifact(context.name(), site.cloud().key().region(), image.id());
    }

    @Override
    public boolean makesImage() {
        return true;
    }

    @Override
    public void remove(Artifact artifact, RunIdentity run, BuildScope scope) {
        RegionCloud cloud = clouds.of(options.access().cloud(), scope.clock());
        artifact.images().forEach(image -> new UnwantedImage(cloud, image).remove(scope));
    }

    private Site site(BuildContext context) {
        BuildScope scope = context.scope();
        RegionCloud cloud = clouds.of(options.access().cloud(), scope.clock());
        Pace pace = new Pace(
                scope.clock(), scope.cancellation(), WaitSchedule.fixed(Duration.ofSeconds(1)), CREDENTIAL_CHECK_LIMIT);
        String account = options.access().validateCredentials() ? cloud.facts().account(pace) : "";
        RunTags tags = RunTags.of(context.run(), context.name());
        EbsNarrator tell = new EbsNarrator(scope.narrator());
        return new Site(cloud, context, tags, tell, options.access().polling(), account);
    }

    private void provision(Site site, SourceData data, KeyAccess key, InstanceInfo instance) {
        BuildScope scope = site.context().scope();
        ConnectOptions connect = options.connect();
        MachineAddress address = new MachineAddress(site, instance, connect.face());
        Communicator communicator = scope.run(new ConnectStep(
                site.context().connector(), new ConnectionTarget(address, key.authentication(), connect.settings())));
        String host = connect.settings().login().host().orElseGet(address);
        Map<String, String> generated = data.forProvisioners(instance.id(), host, connect);
        site.context().provisioning().provision(communicator, generated, scope);
        if (connect.settings().clearAuthorizedKeys() && key.temporary()) {
            scope.run(new ClearAuthorizedKeysStep(communicator, key.keyName().orElseThrow()));
        }
    }

    private void rest(Site site, InstanceId instance) {
        BuildScope scope = site.context().scope();
        scope.run(new StopInstanceStep(site, instance, options.run().stop()));
        options.image().enaSupport().ifPresent(on -> scope.run(new SwitchEnaStep(site, instance, on)));
        ImageOptions.Replace replace = options.image().replace();
        if (replace.deregister()) {
            scope.run(new DeregisterImageStep(site, options.image().name(), replace.deleteSnapshots()));
        }
    }

    private ImageInfo image(Site site, InstanceId instance, Map<String, ?> data) {
        BuildScope scope = site.context().scope();
        CreateImageStep.Made made = scope.run(new CreateImageStep(site, options, instance));
        scope.run(new ModifyImageStep(site, options.image(), made.image(), data));
        return scope.run(new TagImageStep(site, options.image(), made, data));
    }

    private static Artifact artifact(String builder, String region, AmiId image) {
        String id = region + ":" + image;
        return new Artifact(
                builder,
                AmazonEbsType.NAME,
                BUILDER_ID,
                id,
                "AMIs were created:\n" + region + ": " + image + "\n",
                List.of(new Image(image.value(), region, List.of(region))),
                List.of());
    }
}
