package io.jenkins.plugins.packerbuild.engine.builder.none;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.builder.GivenCredential;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeCommunicator;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeConnector;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.ledger.MemoryLedger;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.secret.SecretSource;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NullTypeTest {

    private static final BuilderSettings SETTINGS = new BuilderSettings("web", false, List.of(), TestOptions.FACTS);

    private final FakeCommunicator machine = new FakeCommunicator();
    private final FakeConnector connector = new FakeConnector(machine);
    private final Map<String, String> seen = new HashMap<>();

    @Test
    void provisionsTheMachineAndExportsNothing() {
        Artifact artifact = build("'ssh_host':'192.0.2.1','ssh_username':'ann','ssh_password':'pw','ssh_port':2222");

        assertThat(artifact.description()).isEqualTo("Did not export anything. This is the null builder");
        assertThat(artifact.builderId()).isEqualTo("fnoeding.null");
        assertThat(artifact.packerId()).isEqualTo("Null");
        assertThat(artifact.images()).isEmpty();
        assertThat(seen)
                .containsEntry("Host", "192.0.2.1")
                .containsEntry("User", "ann")
                .containsEntry("Port", "2222");
        assertThat(connector.targets().get(0).authentication().password()).isEqualTo(Secret.of("pw"));
        assertThat(machine.closed()).isTrue();
    }

    @Test
    void logsInAsItsStarterSays() {
        GivenCredential login = new GivenCredential(
                Map.of("ssh_username", Secret.of("ci"), "ssh_password", Secret.of("pw")),
                List.of(),
                SecretSource.credential("web-login"));
        TestOptions options = TestOptions.of("{\"ssh_host\": \"192.0.2.1\"}");

        new NullType().prepare(options.options(), new BuilderSettings("web", false, List.of(login), TestOptions.FACTS));

        assertThat(options.problems()).isEmpty();
        assertThat(new NullType().wantsLogin(options.options())).isTrue();
    }

    @Test
    void needsNoHostWithoutACommunicator() {
        build("'communicator':'none'");

        assertThat(seen).containsEntry("ConnType", "none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'ssh_username':'a','ssh_password':'p'|a Host must be specified",
                "'ssh_host':'h','ssh_password':'p'|ssh_username must be specified",
                "'ssh_host':'h','ssh_username':'a'|one authentication method must be specified"
            })
    void refusesALoginThatIsNotWhole(String json, String words) {
        TestOptions options = options(json);

        assertThat(new NullType().prepare(options.options(), SETTINGS)).isNotNull();

        assertThat(options.problems()).hasSize(1).first().asString().contains(words);
    }

    private Artifact build(String json) {
        TestOptions options = options(json);
        ImageBuilder builder = new NullType().prepare(options.options(), SETTINGS);
        assertThat(options.problems()).isEmpty();
        StepRunner runner = new StepRunner(
                new Narrator("web", new RecordingListener()), new Cancellation(), new VirtualClock(), OnError.CLEANUP);
        return runner.runAll(scope -> builder.build(new BuildContext(
                "web",
                new RunIdentity("run-1", Instant.EPOCH),
                scope,
                new MemoryLedger(),
                connector,
                (communicator, data, inScope) -> seen.putAll(data))));
    }

    private static TestOptions options(String json) {
        return TestOptions.of(("{" + json + "}").replace('\'', '"'));
    }
}
