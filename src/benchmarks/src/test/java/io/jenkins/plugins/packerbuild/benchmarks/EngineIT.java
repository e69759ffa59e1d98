package io.jenkins.plugins.packerbuild.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.simulator.SimulatedClouds;
import io.jenkins.plugins.packerbuild.simulator.SimulatorOptions;
import io.jenkins.plugins.packerbuild.simulator.account.Inventory;
import io.jenkins.plugins.packerbuild.simulator.account.Service;
import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our command line as it is shipped, a process of its own, on the example in simulated clouds. */
class EngineIT {

    private static final SimulatorOptions FAST = SimulatorOptions.ofFactor(100);
    private static final String PROVISIONING = "Provisioning with shell script";

    @TempDir
    Path scratch;

    @Test
    void buildsBothImagesWithRedisAndLeavesNothing() throws Exception {
        try (EngineProcesses engine = EngineProcesses.with(FAST, scratch)) {
            EngineProcesses.Ended build = engine.run("build", Checkout.EXAMPLE.toString());

            assertThat(build.exitCode()).as(build.output()).isZero();
            assertThat(build.output())
                    .contains("==> Builds finished. The artifacts of successful builds are:")
                    .contains("--> amazon-ebs: AMIs were created:")
                    .contains("--> digitalocean: A snapshot was created:");
            assertThat(amiDisk(engine, build).find("/usr/bin/redis-server")).isPresent();
            assertThat(snapshotDisk(engine).find("/usr/bin/redis-server")).isPresent();
            assertThat(engine.clouds().leftovers()).isEmpty();
        }
    }

    @Test
    void cleansUpWhatAKilledBuildHasLeft() throws Exception {
        Path session = scratch.resolve("session");
        try (EngineProcesses engine = EngineProcesses.with(FAST, scratch)) {
            EngineProcesses.Running build = engine.start("build", "-session=" + session, Checkout.EXAMPLE.toString());
            build.awaitOutput(PROVISIONING);
            build.process().toHandle().destroyForcibly();
            build.awaitEnd();
            assertThat(engine.clouds().leftovers()).isNotEmpty();

            EngineProcesses.Ended cleanup = engine.run("cleanup", session.toString());

            assertThat(cleanup.exitCode()).as(cleanup.output()).isZero();
            assertThat(engine.clouds().leftovers()).isEmpty();
        }
    }

    @Test
    void cleansUpAndFailsWhenItIsAskedToEnd() throws Exception {
        try (EngineProcesses engine = EngineProcesses.with(FAST, scratch)) {
            EngineProcesses.Running build = engine.start("build", Checkout.EXAMPLE.toString());
            build.awaitOutput(PROVISIONING);
            build.process().toHandle().destroy();
            EngineProcesses.Ended ended = build.awaitEnd();

            assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
            assertThat(ended.output()).contains("Cleanly cancelled builds after being interrupted.");
            assertThat(engine.clouds().images()).isEmpty();
            assertThat(engine.clouds().leftovers()).isEmpty();
        }
    }

    @Test
    void saysInASentenceThatAKeyIsRefused() throws Exception {
        SimulatorOptions strict = FAST.accepting(Set.of("AKIASOMEBODYELSE0001"), Set.of("somebody-elses-token"));
        try (EngineProcesses engine = EngineProcesses.with(strict, scratch)) {
            EngineProcesses.Ended build = engine.run("build", Checkout.EXAMPLE.toString());

            assertFailedInSentences(build);
            assertThat(build.output()).contains("Builds finished but no artifacts were created.");
            assertThat(engine.clouds().leftovers()).isEmpty();
        }
    }

    @Test
    void saysInASentenceThatAnEndpointCannotBeReached() throws Exception {
        try (EngineProcesses engine = EngineProcesses.with(FAST, scratch)) {
            EngineProcesses.Ended build = engine.run(
                    "build",
                    "-var=aws_endpoint=http://127.0.0.1:1",
                    "-var=do_endpoint=http://127.0.0.1:1",
                    Checkout.EXAMPLE.toString());

            assertFailedInSentences(build);
            assertThat(build.output()).contains("127.0.0.1:1");
            assertThat(engine.clouds().calls().total(Service.EC2)).isZero();
        }
    }

    @Test
    void saysInASentenceThatAMachineRefusesTheKey() throws Exception {
        try (StrangersMachine machine = StrangersMachine.boot(scratch);
                EngineProcesses engine = EngineProcesses.with(FAST, scratch)) {
            EngineProcesses.Ended build = engine.run("build", machine.template().toString());

            assertFailedInSentences(build);
        }
    }

    /** Only where the simulated droplets are has to be added: DigitalOcean's own need neither address nor port. */
    @Test
    void buildsTheTemplateOf2013OnceItIsFixed() throws Exception {
        Path old = Checkout.ROOT.resolve("docs/examples/example-2013.json");
        try (EngineProcesses engine = EngineProcesses.with(FAST, scratch)) {
            EngineProcesses.Ended fix = engine.run("fix", old.toString());
            assertThat(fix.exitCode()).as(fix.output()).isZero();
            String fixed = fix.output()
                    .substring(fix.output().indexOf('{'), fix.output().lastIndexOf("\n}") + 2);
            Path template = scratch.resolve("fixed.json");
            Files.writeString(
                    template,
                    fixed.replace(
                            "\"api_token\":",
                            "\"api_url\": \"{{user `do_endpoint`}}\", \"ssh_port\": \"{{user `ssh_port`}}\", \"api_token\":"));

            EngineProcesses.Ended build = engine.run("build", template.toString());

            assertThat(build.exitCode()).as(build.output()).isZero();
            assertThat(snapshotDisk(engine).find("/usr/bin/redis-server")).isPresent();
            assertThat(engine.clouds().leftovers()).isEmpty();
        }
    }

    private static void assertFailedInSentences(EngineProcesses.Ended build) {
        assertThat(build.exitCode()).as(build.output()).isEqualTo(1);
        assertThat(build.output()).containsPattern("Could not [a-z]").doesNotContainPattern("(?m)^\\s+at \\S+\\(");
        assertThat(build.output()).doesNotContain("Exception");
    }

    private static DiskImage amiDisk(EngineProcesses engine, EngineProcesses.Ended build) {
        Matcher ami = Pattern.compile("us-east-1: (ami-[0-9a-f]+)").matcher(build.output());
        assertThat(ami.find()).as(build.output()).isTrue();
        return engine.clouds().amiDisk("us-east-1", ami.group(1)).orElseThrow();
    }

    private static DiskImage snapshotDisk(EngineProcesses engine) {
        SimulatedClouds clouds = engine.clouds();
        Optional<Inventory.Item> snapshot = clouds.images().stream()
                .filter(item -> item.service() == Service.DIGITALOCEAN)
                .findFirst();
        return clouds.snapshotDisk(Long.parseLong(snapshot.orElseThrow().id())).orElseThrow();
    }
}
