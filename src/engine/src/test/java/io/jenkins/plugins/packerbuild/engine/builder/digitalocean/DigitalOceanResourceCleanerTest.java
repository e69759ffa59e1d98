package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.builder.ResourceCleaner;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.ledger.MemoryLedger;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigitalOceanResourceCleanerTest {

    private static final Resource.Place PLACE =
            new Resource.Place("digitalocean", "", "nyc3", "", "api_token=environment DIGITALOCEAN_TOKEN");

    private final DigitalOceanBench bench = new DigitalOceanBench();
    private final FakeDigitalOcean cloud = bench.cloud;
    private final MemoryLedger after = new MemoryLedger();
    private final List<ResourceCleaner.Left> lefts = new ArrayList<>();
    private final DigitalOceanResourceCleaner cleaner = new DigitalOceanResourceCleaner(new Accounts(key -> cloud));
    private Optional<Secret> token = Optional.of(Secret.of("t"));

    @Test
    void removesByTheirMarksWhatNeverGotAnId() {
        long droplet = wreck();
        left("ssh-key", "packer-run-1-k", "");
        left("tag", DigitalOceanBench.RUN_TAG, "");
        left("tag", DigitalOceanBench.EXPIRES_TAG, "");
        left("droplet", "packer-run-1-d", "");
        left("snapshot", droplet + ":snap", "");

        clean();

        assertThat(after.open()).isEmpty();
        assertThat(cloud.left()).isEmpty();
        assertThat(cloud.calls())
                .containsSubsequence("DELETE /v2/droplets/" + droplet, "DELETE /v2/tags/" + DigitalOceanBench.RUN_TAG);
    }

    @Test
    void removesByTheirIds() {
        long droplet = wreck();
        left("ssh-key", "packer-run-1-k", "" + cloud.keys.keySet().iterator().next());
        left("droplet", "packer-run-1-d", "" + droplet);
        left("tag", DigitalOceanBench.RUN_TAG, "");
        left("tag", DigitalOceanBench.EXPIRES_TAG, "");

        clean();

        assertThat(after.open()).isEmpty();
        assertThat(cloud.left()).isEmpty();
    }

    @Test
    void waitsForASnapshotThatIsStillBeingMade() {
        long droplet = wreck();
        bench.clock.sleep(FakeDigitalOcean.START, new Cancellation());
        post("/v2/droplets/" + droplet + "/actions", Map.of("type", "snapshot", "name", "snap"));
        left("droplet", "packer-run-1-d", "" + droplet);
        left("snapshot", droplet + ":snap", "");

        clean();

        assertThat(after.open()).isEmpty();
        assertThat(cloud.snapshots).isEmpty();
        assertThat(cloud.calls()).anyMatch(call -> call.startsWith("DELETE /v2/images/"));
    }

    @Test
    void keepsTheRunsTagWhereAFinishedSnapshotCarriesIt() {
        bench.build("");
        left("tag", DigitalOceanBench.RUN_TAG, "");

        clean();

        assertThat(after.open()).isEmpty();
        assertThat(cloud.tags).containsExactly(DigitalOceanBench.RUN_TAG);
    }

    @Test
    void givesUpADropletThatIsBusyForTooLong() {
        long droplet = wreck();
        for (int i = 0; i < 400; i++) {
            cloud.refuse("DELETE /v2/droplets", 409, "conflict", "busy");
        }
        left("droplet", "packer-run-1-d", "" + droplet);

        clean();

        assertThat(after.open()).singleElement().asString().contains("409 conflict");
        assertThat(bench.clock.uptime()).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(16));
    }

    @Test
    void countsAsGoneWhatIsNotThere() {
        left("ssh-key", "packer-run-1-k", "");
        left("droplet", "packer-run-1-d", "77");
        left("snapshot", "77:snap", "");
        left("tag", DigitalOceanBench.EXPIRES_TAG, "");

        clean();

        assertThat(after.open()).isEmpty();
    }

    @Test
    void goesOnAfterAFailureAndSaysWhatRemains() {
        long droplet = wreck();
        cloud.refuse("DELETE /v2/droplets", 403, "forbidden", "no");
        left("ssh-key", "packer-run-1-k", "");
        left("droplet", "packer-run-1-d", "" + droplet);

        clean();

        assertThat(after.open())
                .hasSize(1)
                .first()
                .asString()
                .contains("403 forbidden")
                .endsWith("doctl compute droplet delete " + droplet + " --force");
        assertThat(cloud.keys).isEmpty();
    }

    @Test
    void saysWhoseTokenIsMissing() {
        token = Optional.empty();
        left("droplet", "packer-run-1-d", "7");

        clean();

        assertThat(after.open().get(0)).contains("remains").contains("environment DIGITALOCEAN_TOKEN");
        assertThat(cloud.requests).isEmpty();
    }

    private long wreck() {
        post("/v2/account/keys", Map.of("name", "packer-run-1-k", "public_key", "p"));
        List<String> tags = List.of(DigitalOceanBench.RUN_TAG, DigitalOceanBench.EXPIRES_TAG);
        return ApiJson.droplet(post("/v2/droplets", Map.of("name", "packer-run-1-d", "tags", tags)))
                .id();
    }

    private ApiReply post(String path, Map<String, ?> body) {
        return cloud.send(ApiRequest.post(path, ApiJson.write(body)), new Cancellation());
    }

    private void left(String kind, String mark, String id) {
        Resource resource = new Resource("web", kind, PLACE, mark);
        lefts.add(new ResourceCleaner.Left(resource, id, after.intend(resource)));
    }

    private void clean() {
        ResourceCleaner.Credentials credentials = (option, resource) -> token;
        cleaner.clean(new ResourceCleaner.Request("run-1", lefts, credentials, bench.scope()));
    }
}
