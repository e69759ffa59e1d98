package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import io.jenkins.plugins.packerbuild.simulator.account.CallAccount;
import io.jenkins.plugins.packerbuild.simulator.contract.DigitalOceanContract;
import io.jenkins.plugins.packerbuild.simulator.fault.Faults;
import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import io.jenkins.plugins.packerbuild.simulator.http.Request;
import io.jenkins.plugins.packerbuild.simulator.latency.Latencies;
import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import io.jenkins.plugins.packerbuild.simulator.latency.VirtualTimeline;
import io.jenkins.plugins.packerbuild.simulator.machine.MemoryMachines;
import io.jenkins.plugins.packerbuild.simulator.world.World;
import java.net.URI;
import java.util.Set;

/** Talks to a simulated DigitalOcean; where the contract is to be had, every request and answer is held to it. */
final class Conversation {

    static final String PUBLIC_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl packer";

    final VirtualTimeline time = new VirtualTimeline();
    final MemoryMachines machines = new MemoryMachines();
    final Faults faults = new Faults();
    final CallAccount calls = new CallAccount();
    final DigitalOcean cloud =
            new DigitalOcean(new World(time, Latencies.ofFactor(1), faults, calls, machines), Set.of("dop_v1_good"));

    Answer send(String method, String path, String body) {
        return send(method, path, body, "dop_v1_good");
    }

    Answer send(String method, String path, String body, String token) {
        Headers headers = new Headers();
        headers.set("Authorization", "Bearer " + token);
        Answer answer = cloud.answer(new Request(method, URI.create(path), headers, body));
        if (!answer.isDropped()) {
            DigitalOceanContract.find()
                    .ifPresent(contract -> assertThat(contract.faultsOfAnswer(
                                    method, path, answer.status(), answer.headers(), answer.body()))
                            .isEmpty());
        }
        return answer;
    }

    /** Sends what must succeed; the request is held to the contract too. */
    JsonNode ask(String method, String path, String body) {
        DigitalOceanContract.find()
                .ifPresent(contract ->
                        assertThat(contract.faultsOfRequest(method, path, body)).isEmpty());
        Answer answer = send(method, path, body);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer.body().isEmpty() ? Json.object() : Json.parse(answer.body());
    }

    JsonNode get(String path) {
        return ask("GET", path, "");
    }

    long key() {
        return ask("POST", "/v2/account/keys", "{\"name\":\"packer-1\",\"public_key\":\"" + PUBLIC_KEY + "\"}")
                .at("/ssh_key/id")
                .asLong();
    }

    long droplet(String more) {
        String body = "{'name':'packer-1','region':'nyc3','size':'s-1vcpu-1gb','image':'ubuntu-24-04-x64'" + more + "}";
        return ask("POST", "/v2/droplets", body.replace('\'', '"'))
                .at("/droplet/id")
                .asLong();
    }

    long act(long droplet, String body) {
        return ask("POST", "/v2/droplets/" + droplet + "/actions", body.replace('\'', '"'))
                .at("/action/id")
                .asLong();
    }

    void pass(Phase phase) {
        time.advance(phase.real());
    }
}
