package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.artifact.Image;
import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.builder.ClearAuthorizedKeysStep;
import io.jenkins.plugins.packerbuild.engine.builder.ConnectStep;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.communicator.Authentication;
import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.communicator.ConnectionTarget;
import io.jenkins.plugins.packerbuild.engine.communicator.PrivateKey;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes one snapshot out of one droplet: the recipe. */
final class DigitalOceanBuilder implements ImageBuilder {

    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(10);

    private final DigitalOceanOptions options;
    private final Accounts accounts;

    DigitalOceanBuilder(DigitalOceanOptions options, Accounts accounts) {
        this.options = options;
        this.accounts = accounts;
    }

    @Override
    public String endpoint() {
        return options.calling().access().apiUrl();
    }

    @Override
    public List<Secret> secrets() {
        List<Secret> secrets =
                new ArrayList<>(List.of(options.calling().access().token()));
        options.machine().communicator().login().password().ifPresent(secrets::add);
        return secrets;
    }

    @Override
    public boolean hasMachine() {
        return options.machine().communicator().kind() == CommunicatorSettings.Kind.SSH;
    }

    @Override
    public boolean makesKey() {
        return hasMachine() && options.machine().communicator().login().isBare();
    }

    @Override
    public Artifact build(BuildContext context) {
        AccessOptions access = options.calling().access();
        Accounts.Key key = new Accounts.Key(access.apiUrl(), access.token());
        Account account = accounts.enter(key);
        context.scope().onCleanup("connections to DigitalOcean", CLOSING_LIMIT, it -> accounts.leave(key));
        Account.Run run = account.run(TagNames.of(context.run()));
        return build(context, new Parts(context, account, run));
    }

    @Override
    public boolean makesImage() {
        return true;
    }

    /** In all regions at once; and the tag of the run, unless another build of the run still has something that carries it. */
    @Override
    public void remove(Artifact artifact, RunIdentity run, BuildScope scope) {
        AccessOptions access = options.calling().access();
        Accounts.Key key = new Accounts.Key(access.apiUrl(), access.token());
        Account account = accounts.enter(key);
        try {
            String place = Books.PROVIDER + " " + options.machine().droplet().region();
            DigitalOcean api = new DigitalOcean(
                    account.endpoint(),
                    options.calling().retries(),
                    new DigitalOcean.Surroundings(place, scope.clock(), scope.cancellation()));
            for (Image image : artifact.images()) {
                scope.narrator().say("Deleting snapshot " + image.id() + ": it is not to be kept...");
                new Leftover(Leftover.Kind.SNAPSHOT, image.id(), "", "").remove(api);
            }
            String tag = TagNames.of(run).run();
            if (api.dropletsTagged(tag).isEmpty()) {
                new Leftover(Leftover.Kind.TAG, "", tag, tag).remove(api);
            }
        } finally {
            accounts.leave(key);
        }
    }

    /** What the steps of one build have in common. */
    private final class Parts {
        final Account.Run run;
        final DigitalOcean api;
        final Books books;
        final String uniqueName;

        Parts(BuildContext context, Account account, Account.Run run) {
            BuildScope scope = context.scope();
            String region = options.machine().droplet().region();
            AccessOptions access = options.calling().access();
            Clock clock = scope.clock();
            this.run = run;
            this.api = new DigitalOcean(
                    account.endpoint(),
                    options.calling().retries(),
                    new DigitalOcean.Surroundings(Books.PROVIDER + " " + region, clock, scope.cancellation()));
            this.books = new Books(
                    context.ledger(),
                    context.name(),
                    Books.place(access, region),
                    run.tags().names().run());
            this.uniqueName = "packer-" + context.run().runId() + "-"
                    + UUID.randomUUID().toString().substring(0, 8);
        }
    }

    private Artifact build(BuildContext context, Parts parts) {
        BuildScope scope = context.scope();
        Limits limits = options.limits();
        validateRegions(scope, parts);
        CreateKeyStep.BuildKey key = scope.run(new CreateKeyStep(parts.api, parts.books, parts.uniqueName));
        String name = options.machine().droplet().name().orElse(parts.uniqueName);
        DropletOrder order = new DropletOrder(name, options.machine(), key.id());
        long droplet = scope.run(new CreateDropletStep(parts.api, parts.books, parts.run.tags(), order));
        DropletWatch watch = new DropletWatch(droplet, parts.run.droplets(), parts.api);
        String address = scope.run(
                new WaitForDropletStep(watch, options.machine().network(), limits.state(), parts.api.place()));
        provision(context, key, new Reached(droplet, address));
        if (!scope.run(new ShutDownStep(watch, parts.api, limits.state()))) {
            scope.run(new PowerOffStep(watch, parts.api, limits.state()));
        }
        FinishedSnapshot snapshot =
                scope.run(new SnapshotStep(watch, parts.api, parts.books, snapshotName(context), limits.snapshot()));
        List<String> regions = transfer(scope, parts, snapshot);
        scope.run(new TagSnapshotStep(
                parts.api, snapshot, parts.run.tags(), options.snapshot().tags()));
        return artifact(context.name(), snapshot, regions);
    }

    private void validateRegions(BuildScope scope, Parts parts) {
        if (!options.snapshot().regions().isEmpty()) {
            List<String> all = new ArrayList<>(options.snapshot().regions());
            all.add(options.machine().droplet().region());
            scope.run(new ValidateRegionsStep(parts.api, all));
        }
    }

    /** A droplet and the address by which it is reached. */
    private record Reached(long droplet, String address) {}

    private void provision(BuildContext context, CreateKeyStep.BuildKey key, Reached reached) {
        CommunicatorSettings settings = options.machine().communicator();
        CommunicatorSettings.Login login = settings.login();
        String host = login.host().orElse(reached.address());
        Secret privateKey =
                login.privateKey().map(PrivateKey::read).orElse(key.pair().privateKey());
        Authentication authentication =
                new Authentication(privateKey, login.password().orElse(null));
        BuildScope scope = context.scope();
        Communicator communicator = scope.run(
                new ConnectStep(context.connector(), new ConnectionTarget(() -> host, authentication, settings)));
        Map<String, String> data = new LinkedHashMap<>();
        data.put("ID", "" + reached.droplet());
        data.put("Host", host);
        data.put("Port", "" + login.port());
        data.put("User", login.username());
        data.put("Password", login.password().map(Secret::reveal).orElse(""));
        data.put("ConnType", settings.kind() == CommunicatorSettings.Kind.SSH ? "ssh" : "none");
        data.put("PackerRunUUID", context.run().runId());
        data.put("SSHPublicKey", key.pair().publicKeyLine());
        context.provisioning().provision(communicator, data, scope);
        if (settings.clearAuthorizedKeys() && settings.kind() == CommunicatorSettings.Kind.SSH) {
            scope.run(new ClearAuthorizedKeysStep(communicator, key.name()));
        }
    }

    private String snapshotName(BuildContext context) {
        String name = options.snapshot().name();
        return name.isEmpty() ? "packer-" + context.run().start().getEpochSecond() : name;
    }

    /** All regions in Packer's order: that of the build last. */
    private List<String> transfer(BuildScope scope, Parts parts, FinishedSnapshot snapshot) {
        String home = options.machine().droplet().region();
        List<String> regions = new ArrayList<>(options.snapshot().regionsBesides(home));
        if (!regions.isEmpty()) {
            TransferStep.Target target =
                    new TransferStep.Target(regions, options.snapshot().awaitTransfer());
            scope.run(new TransferStep(
                    parts.api, snapshot.id(), target, options.limits().transfer()));
        }
        regions.add(home);
        return regions;
    }

    private Artifact artifact(String builder, FinishedSnapshot snapshot, List<String> regions) {
        String where = String.join(",", regions);
        String description = "A snapshot was created: '" + snapshot.name() + "' (ID: " + snapshot.id()
                + ") in regions '" + where + "'";
        Image image = new Image("" + snapshot.id(), options.machine().droplet().region(), regions);
        return new Artifact(
                builder,
                DigitalOceanType.NAME,
                "pearkes.digitalocean",
                where + ":" + snapshot.id(),
                description,
                List.of(image),
                List.of());
    }
}
