package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.packerbuild.simulator.account.Inventory;
import io.jenkins.plugins.packerbuild.simulator.account.Service;
import io.jenkins.plugins.packerbuild.simulator.contract.DigitalOceanContract;
import io.jenkins.plugins.packerbuild.simulator.fault.Fault;
import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitalOceanTest {

    private final Conversation cloud = new Conversation();

    @Test
    void buildsASnapshotFromADroplet() {
        long key = cloud.key();
        long droplet = cloud.droplet(",'ssh_keys':[" + key + "],'tags':['packer-build-run:1']");
        assertThat(status(droplet)).isEqualTo("new");
        assertThat(cloud.get("/v2/droplets/" + droplet).at("/droplet/networks/v4"))
                .isEmpty();

        cloud.pass(Phase.DROPLET_ACTIVE);
        cloud.pass(Phase.DROPLET_SSH);
        assertThat(status(droplet)).isEqualTo("active");
        assertThat(cloud.machines.spec("droplet-" + droplet).authorizedKeys()).containsExactly(Conversation.PUBLIC_KEY);
        assertThat(cloud.machines.story("droplet-" + droplet)).containsExactly("acceptConnections");

        cloud.act(droplet, "{'type':'shutdown'}");
        cloud.pass(Phase.DROPLET_SHUTDOWN);
        assertThat(status(droplet)).isEqualTo("off");

        long action = cloud.act(droplet, "{'type':'snapshot','name':'snap'}");
        cloud.pass(Phase.DROPLET_SNAPSHOT);
        assertThat(cloud.get("/v2/droplets/" + droplet + "/actions/" + action)
                        .at("/action/status")
                        .asText())
                .isEqualTo("completed");
        JsonNode snapshots = cloud.get("/v2/droplets/" + droplet + "/snapshots").path("snapshots");
        assertThat(snapshots.at("/0/name").asText()).isEqualTo("snap");
        assertThat(cloud.cloud.disk(snapshots.at("/0/id").asLong())).isPresent();

        cloud.ask("DELETE", "/v2/droplets/" + droplet, "");
        cloud.ask("DELETE", "/v2/account/keys/" + key, "");
        cloud.ask("DELETE", "/v2/tags/packer-build-run:1", "");
        cloud.time.advance(Duration.ofSeconds(1));
        Inventory inventory = cloud.cloud.inventory();
        assertThat(inventory.leftovers()).isEmpty();
        assertThat(inventory.images()).extracting(Inventory.Item::note).containsExactly("snap");
        assertThat(cloud.machines.alive()).isEmpty();
    }

    @Test
    void tellsWhatIsLeft() {
        cloud.key();
        cloud.droplet(",'tags':['a']");

        assertThat(cloud.cloud.inventory().leftovers())
                .extracting(Inventory.Item::kind)
                .containsExactly("droplet", "ssh key", "tag");
    }

    @Test
    void aTagThatIsOnAFinishedSnapshotIsNotLeftOver() {
        long image = snapshot();
        cloud.ask("POST", "/v2/tags", "{\"name\":\"run:1\"}");
        cloud.ask(
                "POST",
                "/v2/tags/run:1/resources",
                "{\"resources\":[{\"resource_id\":\"" + image + "\",\"resource_type\":\"image\"}]}");

        assertThat(cloud.get("/v2/tags/run:1").at("/tag/resources/count").asInt())
                .isEqualTo(1);
        assertThat(cloud.get("/v2/images?tag_name=run:1&private=true")
                        .at("/meta/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(cloud.cloud.inventory().leftovers())
                .extracting(Inventory.Item::kind)
                .doesNotContain("tag");
    }

    @Test
    void transfersASnapshotToAnotherRegion() {
        long image = snapshot();

        JsonNode action = cloud.ask(
                        "POST", "/v2/images/" + image + "/actions", "{\"type\":\"transfer\",\"region\":\"sfo3\"}")
                .path("action");
        cloud.pass(Phase.IMAGE_TRANSFERRED);

        assertThat(cloud.get("/v2/images/" + image + "/actions/"
                                + action.path("id").asLong())
                        .at("/action/status")
                        .asText())
                .isEqualTo("completed");
        assertThat(cloud.get("/v2/snapshots/" + image).at("/snapshot/regions/1").asText())
                .isEqualTo("sfo3");
    }

    @Test
    void deletesASnapshotOnce() {
        long image = snapshot();

        cloud.ask("DELETE", "/v2/snapshots/" + image, "");

        assertThat(cloud.send("DELETE", "/v2/snapshots/" + image, "").status()).isEqualTo(404);
        assertThat(cloud.get("/v2/snapshots?resource_type=droplet")
                        .at("/meta/total")
                        .asInt())
                .isZero();
    }

    @Test
    void listsDropletsByTagPageByPage() {
        for (int i = 0; i < 5; i++) {
            cloud.droplet(",'tags':['" + (i == 0 ? "b" : "a") + "']");
        }

        JsonNode page = cloud.get("/v2/droplets?tag_name=a&page=1&per_page=3");

        assertThat(page.path("droplets")).hasSize(3);
        assertThat(page.at("/meta/total").asInt()).isEqualTo(4);
        assertThat(page.at("/links/pages/next").asText()).endsWith("page=2&per_page=3");
        assertThat(cloud.get("/v2/droplets?tag_name=a&page=2&per_page=3").path("droplets"))
                .hasSize(1);
    }

    @Test
    void destroysDropletsByTag() {
        cloud.droplet(",'tags':['a']");
        long other = cloud.droplet(",'tags':['b']");

        cloud.ask("DELETE", "/v2/droplets?tag_name=a", "");

        assertThat(cloud.get("/v2/droplets").at("/droplets/0/id").asLong()).isEqualTo(other);
    }

    @Test
    void aDropletThatIsDestroyedBeforeItRunsLeavesNoMachine() {
        long droplet = cloud.droplet("");

        cloud.ask("DELETE", "/v2/droplets/" + droplet, "");
        cloud.pass(Phase.DROPLET_ACTIVE);

        assertThat(cloud.machines.alive()).isEmpty();
    }

    @Test
    void refusesASecondActionWhileOneIsGoingOn() {
        long droplet = active();

        cloud.act(droplet, "{'type':'shutdown'}");

        assertThat(cloud.send("POST", "/v2/droplets/" + droplet + "/actions", "{\"type\":\"shutdown\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void refusesAnUnknownToken() {
        Answer answer = cloud.send("GET", "/v2/account", "", "dop_v1_bad");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("\"id\":\"unauthorized\"", "Unable to authenticate you");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name   | bad_name!     | hostname characters",
                "region | xyz9          | invalid region",
                "size   | 512kb         | invalid size",
                "image  | ubuntu-99     | invalid image"
            })
    void refusesBadValues(String field, String value, String words) {
        String body = "{'name':'a','region':'nyc3','size':'s-1vcpu-1gb','image':'ubuntu-24-04-x64'}"
                .replaceFirst("'" + field + "':'[^']*'", "'" + field + "':'" + value + "'")
                .replace('\'', '"');

        Answer answer = cloud.send("POST", "/v2/droplets", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("unprocessable_entity", words);
        assertThat(cloud.cloud.inventory().leftovers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"do:droplets_get:throttle,429", "do:droplets_get:5xx,500", "do:*:denied,403"})
    void failsAsOrderedAndThenNoMore(String fault, int status) {
        long droplet = cloud.droplet("");
        cloud.faults.add(Fault.parse(fault));

        Answer failed = cloud.send("GET", "/v2/droplets/" + droplet, "");

        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.headers().containsKey("Retry-After")).isEqualTo(status == 429);
        assertThat(status(droplet)).isEqualTo("new");
        assertThat(cloud.calls.lines().stream()
                        .filter(line -> line.action().equals("droplets_get"))
                        .map(line -> line.refused()))
                .containsExactly(1L);
    }

    @Test
    void anAnswerThatIsLostLeavesTheDropletBehind() {
        cloud.faults.add(Fault.parse("do:droplets_create:lost"));

        Answer answer = cloud.send(
                "POST", "/v2/droplets", "{\"name\":\"a\",\"size\":\"s-1vcpu-1gb\",\"image\":\"ubuntu-24-04-x64\"}");

        assertThat(answer.isDropped()).isTrue();
        assertThat(cloud.cloud.inventory().leftovers()).hasSize(1);
    }

    @Test
    void aSnapshotCanFailOrNeverEnd() {
        long droplet = active();
        cloud.faults.add(Fault.parse("do:dropletActions_post.snapshot:failed"));
        cloud.faults.add(Fault.parse("do:dropletActions_post.snapshot:never-ready"));

        long failed = cloud.act(droplet, "{'type':'snapshot','name':'a'}");
        cloud.pass(Phase.DROPLET_SNAPSHOT);
        long endless = cloud.act(droplet, "{'type':'snapshot','name':'b'}");
        cloud.time.advance(Duration.ofDays(1));

        assertThat(List.of(failed, endless))
                .extracting(id ->
                        cloud.get("/v2/actions/" + id).at("/action/status").asText())
                .containsExactly("errored", "in-progress");
        assertThat(cloud.cloud.inventory().images()).isEmpty();
    }

    @Test
    void everyOperationAnswersAsDescribed() {
        DigitalOceanContract.orSkip();
        long image = snapshot();
        long droplet = cloud.get("/v2/droplets").at("/droplets/0/id").asLong();
        long key = cloud.key();
        cloud.ask("POST", "/v2/tags", "{\"name\":\"t\"}");

        for (String path : List.of(
                "/v2/account",
                "/v2/account/keys",
                "/v2/account/keys/" + key,
                "/v2/regions?page=1&per_page=200",
                "/v2/sizes",
                "/v2/images",
                "/v2/images?type=distribution",
                "/v2/images/ubuntu-24-04-x64",
                "/v2/images/" + image,
                "/v2/images/" + image + "/actions",
                "/v2/snapshots",
                "/v2/snapshots/" + image,
                "/v2/droplets",
                "/v2/droplets/" + droplet,
                "/v2/droplets/" + droplet + "/actions",
                "/v2/droplets/" + droplet + "/snapshots",
                "/v2/tags",
                "/v2/tags/t",
                "/v2/actions")) {
            assertThat(cloud.get(path)).as(path).isNotEmpty();
        }
        assertThat(cloud.send("GET", "/v2/droplets/1", "").status()).isEqualTo(404);
        assertThat(cloud.calls.count(Service.DIGITALOCEAN, "droplets_get")).isEqualTo(2);
    }

    private long active() {
        long droplet = cloud.droplet("");
        cloud.pass(Phase.DROPLET_ACTIVE);
        return droplet;
    }

    private long snapshot() {
        long droplet = active();
        cloud.act(droplet, "{'type':'snapshot','name':'snap'}");
        cloud.pass(Phase.DROPLET_SNAPSHOT);
        return cloud.get("/v2/snapshots").at("/snapshots/0/id").asLong();
    }

    private String status(long droplet) {
        return cloud.get("/v2/droplets/" + droplet).at("/droplet/status").asText();
    }
}
