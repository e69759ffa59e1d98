package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalOceanBuilderTest {

    private final DigitalOceanBench bench = new DigitalOceanBench();
    private final FakeDigitalOcean cloud = bench.cloud;

    @Test
    void tellsTheStoryInPackersWords() {
        bench.build("");

        assertThat(bench.listener.said())
                .containsExactly(
                        "say: Creating temporary ssh key for droplet...",
                        "say: Creating droplet...",
                        "say: Waiting for droplet to become active...",
                        "say: Using ssh communicator to connect: 203.0.113.9",
                        "say: Waiting for SSH to become available...",
                        "say: Connected to SSH!",
                        "say: Gracefully shutting down droplet...",
                        "say: Creating snapshot: snap",
                        "say: Waiting for snapshot to complete...",
                        "say: Destroying droplet...",
                        "say: Deleting temporary ssh key...");
    }

    @Test
    void resultsInTheArtifactThatPackerHas() {
        Artifact artifact = bench.build("'snapshot_regions':['sfo3','nyc3']");

        String id = artifact.images().get(0).id();
        assertThat(artifact.packerId()).isEqualTo("sfo3,nyc3:" + id);
        assertThat(artifact.builderId()).isEqualTo("pearkes.digitalocean");
        assertThat(artifact.description())
                .isEqualTo("A snapshot was created: 'snap' (ID: " + id + ") in regions 'sfo3,nyc3'");
        assertThat(artifact.images().get(0).region()).isEqualTo("nyc3");
        assertThat(artifact.images().get(0).regions()).containsExactly("sfo3", "nyc3");
    }

    @Test
    void leavesNothingButTheSnapshotWithTheRunsTag() {
        bench.build("");

        assertThat(bench.ledger.open()).isEmpty();
        assertThat(cloud.left()).containsExactly("snapshot snap");
        assertThat(cloud.imageTags.values()).containsExactly(java.util.Set.of(DigitalOceanBench.RUN_TAG));
        assertThat(cloud.tags).containsExactly(DigitalOceanBench.RUN_TAG);
    }

    @Test
    void removesASnapshotThatIsNotWantedAnyMore() {
        ImageBuilder builder = bench.builder("");
        Artifact artifact = bench.build("");

        builder.remove(artifact, DigitalOceanBench.RUN, bench.scope());
        builder.remove(artifact, DigitalOceanBench.RUN, bench.scope());

        assertThat(cloud.left()).isEmpty();
        assertThat(cloud.tags).isEmpty();
        assertThat(bench.ledger.open()).isEmpty();
        assertThat(bench.listener.said())
                .contains("say: Deleting snapshot " + artifact.images().get(0).id() + ": it is not to be kept...");
    }

    @Test
    void saysWhyAnUnwantedSnapshotRemains() {
        Artifact artifact = bench.build("");
        cloud.refuse("DELETE /v2/images/.*", 403, "forbidden", "You may not.");

        assertThatThrownBy(() -> bench.builder("").remove(artifact, DigitalOceanBench.RUN, bench.scope()))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("You may not");

        assertThat(cloud.left()).containsExactly("snapshot snap");
    }

    @Test
    void announcesEachThingBeforeItIsCreated() {
        bench.build("");

        assertThat(bench.ledger.history())
                .filteredOn(line -> line.contains("intent"))
                .allMatch(line -> line.matches("(ssh-key|droplet): intent packer-run-1-[0-9a-f]{8}"
                        + "|tag: intent packer-build-(run|expires):.*|snapshot: intent \\d+:snap"))
                .hasSize(5);
    }

    @Test
    void sendsTheDropletThatPackerSends() {
        bench.build("'image':'12345','monitoring':true,'tags':['blue'],'user_data':'#!/bin/sh','droplet_agent':false");

        JsonNode body = cloud.bodies("POST /v2/droplets").get(0);
        assertThat(body.path("image").isNumber()).isTrue();
        assertThat(body.path("backups").isBoolean()).isTrue();
        assertThat(body.path("with_droplet_agent").asBoolean(true)).isFalse();
        assertThat(body.path("user_data").asText()).isEqualTo("#!/bin/sh");
        assertThat(body.path("tags").toString())
                .isEqualTo(
                        "[\"blue\",\"" + DigitalOceanBench.RUN_TAG + "\",\"" + DigitalOceanBench.EXPIRES_TAG + "\"]");
        assertThat(body.path("ssh_keys").get(0).isNumber()).isTrue();
        assertThat(body.has("vpc_uuid")).isFalse();
    }

    @Test
    void givesTheProvisionersWhatPackerGives() {
        Map<String, String> seen = new HashMap<>();
        bench.provisioning = (communicator, data, scope) -> seen.putAll(data);

        bench.build("");

        assertThat(seen)
                .containsEntry("Host", "203.0.113.9")
                .containsEntry("User", "root")
                .containsEntry("Port", "22");
        assertThat(seen.get("ID")).matches("\\d+");
    }

    @Test
    void connectsWithThePrivateAddressWhereThatIsWanted() {
        bench.build("'private_networking':true,'connect_with_private_ip':true");

        assertThat(bench.connector.targets().get(0).host().get()).isEqualTo("10.0.0.9");
    }

    @Test
    void removesTheTemporaryKeyFromTheMachineWhereThatIsWanted() {
        bench.build("'ssh_clear_authorized_keys':true");

        assertThat(bench.machine.commands()).hasSize(1).first().asString().contains("sed -i '/ packer-run-1-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /v2/account/keys", "POST /v2/droplets$", "POST /v2/droplets/.*/actions"})
    void removesAllThatWasMadeBeforeARefusal(String request) {
        cloud.refuse(request, 403, "forbidden", "You are not authorized to perform this operation");

        assertThatThrownBy(() -> bench.build(""))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining(
                        "You are not authorized to perform this operation (403 forbidden, attempt 1 of 6)")
                .hasMessageContaining("scopes");
        assertThat(cloud.left()).isEmpty();
        assertThat(bench.ledger.open()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v2/account/keys",
                "POST /v2/droplets$",
                "POST .*/droplets/.*/actions",
                "POST /v2/images/.*/actions"
            })
    void makesNothingTwiceWhenAnAnswerIsLost(String request) {
        cloud.loseAnswer(request);

        bench.build("'snapshot_regions':'sfo3'");

        assertThat(cloud.left()).containsExactly("snapshot snap");
        assertThat(cloud.calls()).containsOnlyOnce("POST /v2/account/keys").containsOnlyOnce("POST /v2/droplets");
        assertThat(cloud.calls().stream().filter(it -> it.matches("POST /v2/images/.*/actions")))
                .hasSize(1);
        assertThat(bench.ledger.open()).isEmpty();
    }

    @Test
    void takesOneSnapshotWhenTheAnswerToItIsLost() {
        cloud.after("POST .*/actions", () -> cloud.loseAnswer("POST /v2/droplets/.*/actions"));

        bench.build("");

        assertThat(cloud.left()).containsExactly("snapshot snap");
        assertThat(cloud.requests)
                .filteredOn(it -> it.body().contains("snapshot"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /v2/account/keys", "POST /v2/droplets$"})
    void findsByItsMarkWhatWasMadeWithoutAnyAnswer(String request) {
        cloud.loseAnswer(request);
        for (int i = 0; i < 6; i++) {
            cloud.drop("GET /v2/(account/keys|droplets)\\?");
        }

        assertThatThrownBy(() -> bench.build("'snapshot_regions':'sfo3'")).isInstanceOf(ProviderException.class);
        assertThat(cloud.left()).isEmpty();
        assertThat(bench.ledger.open()).isEmpty();
    }

    @Test
    void looksAgainForADropletThatIsNotListedYet() {
        cloud.loseAnswer("POST /v2/droplets$");
        for (int i = 0; i < 6; i++) {
            cloud.drop("GET /v2/droplets\\?");
        }
        ObjectNode nothingYet = FakeDigitalOcean.object();
        nothingYet.putArray("droplets");
        cloud.refuse("GET /v2/droplets\\?", 200, Map.of(), nothingYet);

        assertThatThrownBy(() -> bench.build("")).isInstanceOf(ProviderException.class);

        assertThat(cloud.left()).isEmpty();
        assertThat(bench.ledger.open()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 40, 45, 70, 120})
    void leavesNothingWhenItIsCancelled(int second) {
        bench.clock.at(Duration.ofSeconds(second), () -> bench.cancellation.cancel("received SIGTERM"));

        assertThatThrownBy(() -> bench.build("'snapshot_regions':'sfo3'")).isInstanceOf(CancelledException.class);
        assertThat(cloud.left()).isEmpty();
        assertThat(bench.ledger.open()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /v2/account/keys", "POST /v2/droplets$", "POST /v2/droplets/.*/actions"})
    void keepsWhatWasMadeInMindWhenItIsCancelledMeanwhile(String request) {
        cloud.after(request, () -> bench.cancellation.cancel("received SIGINT"));

        assertThatThrownBy(() -> bench.build("")).isInstanceOf(CancelledException.class);
        assertThat(cloud.left()).isEmpty();
        assertThat(bench.ledger.open()).isEmpty();
    }

    @Test
    void cleansUpWhenAProvisionerFails() {
        bench.provisioning = (communicator, data, scope) -> {
            throw BuildException.of("Script exited with non-zero exit status: 1.");
        };

        assertThatThrownBy(() -> bench.build("")).hasMessageContaining("non-zero");
        assertThat(cloud.left()).isEmpty();
        assertThat(bench.ledger.open()).isEmpty();
    }

    @Test
    void switchesOffADropletThatDoesNotHear() {
        cloud.deaf = true;

        bench.build("'state_timeout':'1m'");

        assertThat(bench.listener.said()).contains("say: Forcefully shutting down Droplet...");
        assertThat(cloud.requests)
                .filteredOn(it -> it.body().contains("shutdown"))
                .hasSizeGreaterThan(2);
        assertThat(cloud.left()).containsExactly("snapshot snap");
    }

    @Test
    void seesASnapshotThatEndsInAnError() {
        cloud.erroring = "snapshot";

        assertThatThrownBy(() -> bench.build(""))
                .hasMessageContaining("Could not create snapshot 'snap' in digitalocean nyc3")
                .hasMessageContaining("errored");
        assertThat(bench.clock.uptime()).isLessThan(Duration.ofMinutes(5));
        assertThat(cloud.left()).isEmpty();
        assertThat(bench.ledger.open()).isEmpty();
    }

    @Test
    void removesTheSnapshotWhenATransferEndsInAnError() {
        cloud.erroring = "transfer";

        assertThatThrownBy(() -> bench.build("'snapshot_regions':'sfo3,ams3'")).hasMessageContaining("errored");
        assertThat(bench.listener.said()).contains("say: Deleting unfinished snapshot...");
        assertThat(cloud.left()).isEmpty();
        assertThat(bench.ledger.open()).isEmpty();
    }

    @Test
    void transfersToAllRegionsAtTheSameTime() {
        bench.build("'snapshot_regions':'sfo3,ams3'");
        Duration withTwo = bench.clock.uptime();

        DigitalOceanBench other = new DigitalOceanBench();
        other.build("'snapshot_regions':'sfo3'");

        assertThat(withTwo).isLessThan(other.clock.uptime().plusSeconds(20));
    }

    @Test
    void waitsForAPendingEventAndForAFullRateBudget() {
        cloud.refuse("POST .*/actions", 422, "unprocessable_entity", "Droplet already has a pending event.");
        cloud.refuse(
                "GET /v2/droplets",
                429,
                Map.of("retry-after", "7"),
                FakeDigitalOcean.object("id", "too_many_requests"));
        cloud.refuse("GET /v2/droplets", 500, "server_error", "Unexpected server-side error");

        bench.build("");

        assertThat(bench.clock.sleeps()).contains(Duration.ofSeconds(7));
        assertThat(cloud.left()).containsExactly("snapshot snap");
    }

    @Test
    void refusesUnknownRegionsBeforeAnythingIsMade() {
        assertThatThrownBy(() -> bench.build("'snapshot_regions':['mars1']"))
                .hasMessageContaining("DigitalOcean: Invalid region, mars1.")
                .hasMessageContaining("ams3, nyc3, sfo3");
        assertThat(cloud.calls()).containsExactly("GET /v2/regions");
    }

    @Test
    void cleansUpPatientlyAlsoWhereTheTemplateWantsNoRetries() {
        cloud.refuse("DELETE /v2/droplets/", 503, "service_unavailable", "later");

        bench.build("'http_retry_max':0");

        assertThat(cloud.left()).containsExactly("snapshot snap");
        assertThat(bench.ledger.open()).isEmpty();
    }

    @Test
    void saysWhatRemainsAndHowToRemoveIt() {
        cloud.refuse("DELETE /v2/droplets/", 403, "forbidden", "no");

        bench.build("");

        assertThat(bench.ledger.open())
                .hasSize(3)
                .allMatch(line -> line.contains("remains"))
                .anyMatch(line -> line.matches(".*doctl compute droplet delete \\d+ --force"))
                .anyMatch(line ->
                        line.endsWith("doctl compute tag delete '" + DigitalOceanBench.EXPIRES_TAG + "' --force"));
        assertThat(cloud.tags).contains(DigitalOceanBench.RUN_TAG, DigitalOceanBench.EXPIRES_TAG);
        assertThat(bench.listener.said()).anyMatch(line -> line.startsWith("error: Could not clean up droplet"));
    }

    @Test
    void believesNoRefusalAfterALostAnswer() {
        cloud.loseAnswer("POST /v2/account/keys");
        cloud.refuse("GET /v2/account/keys", 403, "forbidden", "no");

        assertThatThrownBy(() -> bench.build("")).isInstanceOf(ProviderException.class);

        assertThat(cloud.left()).isEmpty();
        assertThat(bench.ledger.open()).isEmpty();
    }

    @Test
    void saysThatADropletTookTooLong() {
        assertThatThrownBy(() -> bench.build("'state_timeout':'20s'"))
                .hasMessageContaining("in digitalocean nyc3: it is not active after 20s. Raise 'state_timeout'");
        assertThat(cloud.left()).isEmpty();
    }
}
