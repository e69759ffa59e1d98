package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.builder.ResourceCleaner;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.builder.digitalocean.DigitalOceanResourceCleaner;
import io.jenkins.plugins.packerbuild.engine.builder.digitalocean.DigitalOceanType;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeCommunicator;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeConnector;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.ledger.MemoryLedger;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import io.jenkins.plugins.packerbuild.simulator.account.CallAccount;
import io.jenkins.plugins.packerbuild.simulator.contract.DigitalOceanContract;
import io.jenkins.plugins.packerbuild.simulator.fault.Fault;
import io.jenkins.plugins.packerbuild.simulator.fault.Faults;
import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import io.jenkins.plugins.packerbuild.simulator.http.HttpEndpoint;
import io.jenkins.plugins.packerbuild.simulator.http.Request;
import io.jenkins.plugins.packerbuild.simulator.latency.Latencies;
import io.jenkins.plugins.packerbuild.simulator.latency.VirtualTimeline;
import io.jenkins.plugins.packerbuild.simulator.machine.MemoryMachines;
import io.jenkins.plugins.packerbuild.simulator.world.World;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine's builder over real HTTP against the simulated DigitalOcean, in virtual time. Where the contract is to be
 * had, every request of every build, and every answer, is held to it.
 */
class EngineAgainstDigitalOceanTest {

    private static final String ALL_OPTIONS = ",'snapshot_regions':['sfo3'],'snapshot_tags':['gold'],'tags':['blue'],"
            + "'monitoring':true,'ipv6':true,'droplet_agent':true,'user_data':'#!/bin/sh',"
            + "'private_networking':true,'vpc_uuid':'5a4981aa-9653-4bd1-bef5-d6bff52042e4'";

    private final VirtualTimeline time = new VirtualTimeline();
    private final Faults faults = new Faults();
    private final DigitalOcean cloud = new DigitalOcean(
            new World(time, Latencies.ofFactor(1), faults, new CallAccount(), new MemoryMachines()),
            Set.of("dop_v1_good"));
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final HttpEndpoint endpoint;
    private final MemoryLedger ledger = new MemoryLedger();
    private final Cancellation cancellation = new Cancellation();
    private final StepRunner runner = new StepRunner(
            new Narrator("web", new RecordingListener()), cancellation, new TimelineClock(time), OnError.CLEANUP);

    EngineAgainstDigitalOceanTest() throws IOException {
        endpoint = new HttpEndpoint("digitalocean", 0, this::answer);
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void everyRequestOfABuildWithAllOptionsIsDescribed() {
        assertThat(DigitalOceanContract.orSkip()).isNotNull();

        build(ALL_OPTIONS);

        assertThat(wrong).isEmpty();
        assertThat(requests).hasSizeGreaterThan(20);
    }

    @Test
    void leavesOneSnapshotAndNothingElse() {
        Artifact artifact = build(",'snapshot_regions':['sfo3']");

        assertThat(artifact.packerId()).startsWith("sfo3,nyc3:");
        assertThat(cloud.inventory().images()).hasSize(1);
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "digitalocean:sshKeys_create:lost",
                "digitalocean:droplets_create:lost",
                "digitalocean:dropletActions_post.snapshot:lost",
                "digitalocean:imageActions_post:lost",
                "digitalocean:droplets_list:throttle:3",
                "digitalocean:droplets_list:error:2",
                "digitalocean:droplets_create:drop",
                "digitalocean:dropletActions_post.shutdown:failed",
                "digitalocean:droplets_destroy:lost",
                "digitalocean:tags_delete:error"
            })
    void passesOverWhatPasses(String fault) {
        faults.add(Fault.parse(fault));

        build(",'snapshot_regions':['sfo3']");

        assertThat(cloud.inventory().images()).hasSize(1);
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "digitalocean:sshKeys_create:denied",
                "digitalocean:droplets_create:denied",
                "digitalocean:droplets_create:capacity",
                "digitalocean:droplets_create:never-ready",
                "digitalocean:dropletActions_post.snapshot:failed",
                "digitalocean:dropletActions_post.snapshot:denied",
                "digitalocean:imageActions_post:failed",
                "digitalocean:tags_assign_resources:denied"
            })
    void leavesNothingWhenItFails(String fault) {
        faults.add(Fault.parse(fault));

        assertThatThrownBy(() -> build(",'snapshot_regions':['sfo3']")).hasMessageContaining("Could not ");

        assertThat(cloud.inventory().images()).isEmpty();
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 60, 90, 150})
    void leavesNothingWhenItIsCancelled(int second) {
        time.after(Duration.ofSeconds(second), () -> cancellation.cancel("received SIGTERM"));

        assertThatThrownBy(() -> build(",'snapshot_regions':['sfo3']")).hasMessageContaining("SIGTERM");

        assertThat(cloud.inventory().images()).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void removesWhatADeadRunHasLeft() {
        StepRunner dead = new StepRunner(
                new Narrator("web", new RecordingListener()), cancellation, new TimelineClock(time), OnError.ABORT);
        faults.add(Fault.parse("digitalocean:dropletActions_post.snapshot:denied"));
        assertThatThrownBy(() -> dead.runAll(scope -> builder("").build(context(scope))))
                .hasMessageContaining("Could not create snapshot");
        assertThat(cloud.inventory().leftovers()).hasSize(4);
        MemoryLedger afterwards = new MemoryLedger();

        new DigitalOceanResourceCleaner()
                .clean(new ResourceCleaner.Request(
                        "run-1",
                        List.of(
                                left(afterwards, "ssh-key", keyName()),
                                left(afterwards, "tag", "packer-build-run:run-1"),
                                left(afterwards, "tag", "packer-build-expires:86400"),
                                left(afterwards, "droplet", keyName())),
                        (option, resource) -> Optional.of(Secret.of("dop_v1_good")),
                        runner));

        assertThat(afterwards.open()).isEmpty();
        assertThat(cloud.inventory().leftovers()).isEmpty();
        assertThat(wrong).isEmpty();
    }

    @Test
    void saysThatTheTokenIsWrong() {
        assertThatThrownBy(() ->
                        runner.runAll(scope -> builderWith("dop_v1_bad", "").build(context(scope))))
                .hasMessageContaining("401 ")
                .hasMessageContaining("Check the token");
    }

    private String keyName() {
        return ledger.history().stream()
                .filter(line -> line.startsWith("ssh-key: intent "))
                .map(line -> line.substring("ssh-key: intent ".length()))
                .findFirst()
                .orElseThrow();
    }

    private ResourceCleaner.Left left(MemoryLedger afterwards, String kind, String mark) {
        Resource resource = new Resource(
                "web",
                kind,
                new Resource.Place("digitalocean", "", "nyc3", endpoint.uri().toString(), "api_token=template"),
                mark);
        return new ResourceCleaner.Left(resource, "", afterwards.intend(resource));
    }

    private void assertNothingIsLeft() {
        assertThat(cloud.inventory().leftovers()).isEmpty();
        assertThat(ledger.open()).isEmpty();
        assertThat(wrong).isEmpty();
    }

    private Artifact build(String more) {
        return runner.runAll(scope -> builder(more).build(context(scope)));
    }

    private ImageBuilder builder(String more) {
        return builderWith("dop_v1_good", more);
    }

    private ImageBuilder builderWith(String token, String more) {
        String json = "{'api_token':'" + token + "','api_url':'" + endpoint.uri() + "','region':'nyc3',"
                + "'size':'s-1vcpu-1gb','image':'ubuntu-24-04-x64','ssh_username':'root'" + more + "}";
        TestOptions options = TestOptions.of(json.replace('\'', '"'));
        ImageBuilder builder = new DigitalOceanType()
                .prepare(options.options(), new BuilderSettings("web", false, List.of(), TestOptions.FACTS));
        assertThat(options.problems()).isEmpty();
        return builder;
    }

    private BuildContext context(io.jenkins.plugins.packerbuild.engine.step.BuildScope scope) {
        return new BuildContext(
                "web",
                new RunIdentity("run-1", Instant.EPOCH),
                scope,
                ledger,
                new FakeConnector(new FakeCommunicator()),
                (communicator, data, inScope) -> {});
    }

    private Answer answer(Request request) {
        String path = request.uri().toString();
        requests.add(request.method() + " " + path);
        Answer answer = cloud.answer(request);
        DigitalOceanContract.find().ifPresent(contract -> {
            wrong.addAll(contract.faultsOfRequest(request.method(), path, request.body()));
            if (!answer.isDropped()) {
                wrong.addAll(contract.faultsOfAnswer(
                        request.method(), path, answer.status(), answer.headers(), answer.body()));
            }
        });
        return answer;
    }

    /** The engine's clock on the simulator's time. */
    private record TimelineClock(VirtualTimeline time) implements Clock {

        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public Duration uptime() {
            return Duration.between(Instant.EPOCH, time.now());
        }

        @Override
        public Cancellation.Registration cancelAfter(Duration limit, Cancellation cancellation, String why) {
            boolean[] forgotten = {false};
            time.after(limit, () -> {
                if (!forgotten[0]) {
                    cancellation.cancel(why);
                }
            });
            return () -> forgotten[0] = true;
        }

        @Override
        public void sleep(Duration duration, Cancellation cancellation) {
            cancellation.throwIfCancelled();
            if (!duration.isNegative() && !duration.isZero()) {
                time.advance(duration);
            }
            cancellation.throwIfCancelled();
        }
    }
}
