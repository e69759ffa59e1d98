package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.communicator.Authentication;
import io.jenkins.plugins.packerbuild.engine.communicator.Command;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings.Patience;
import io.jenkins.plugins.packerbuild.engine.communicator.ConnectionTarget;
import io.jenkins.plugins.packerbuild.engine.communicator.RecordingOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.RemoteScript;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a connection costs, what it agrees upon, and how its silent death is noticed; against the real OpenSSH. */
class SshLinkTest {

    private static final Duration EVERY_SECOND = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    private final RecordingOutput output = new RecordingOutput();
    private final SshConnector connector = new SshConnector(Clock.system());

    @Test
    @Timeout(60)
    void noticesThatTheMachineAnswersNoMoreWhileACommandRuns() {
        try (OpenSshServer server = server();
                Communicator communicator = connect(server, EVERY_SECOND)) {
            RecordingOutput freezing = new RecordingOutput().onLine(server::freeze);

            CommandResult result = communicator.run(new Command("echo up; sleep 1000"), freezing, new Cancellation());

            assertThat(freezing.out()).containsExactly("up");
            assertThat(result.disconnected()).isTrue();
        }
    }

    @Test
    @Timeout(60)
    void noticesThatTheMachineTakesNoMoreWhileAScriptIsSent() throws Exception {
        File file = directory.resolve("script").toFile();
        try (OpenSshServer server = server();
                Communicator communicator = connect(server, EVERY_SECOND)) {
            RemoteScript script = new RemoteScript(new byte[400_000_000], file.getPath(), path -> path, false);

            CompletableFuture<CommandResult> running =
                    CompletableFuture.supplyAsync(() -> communicator.runScript(script, output, new Cancellation()));
            OpenSsh.await("some of it is there", () -> file.length() > 1_000_000);
            server.freeze();

            assertThat(running)
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withMessageContaining("connection was lost");
        }
    }

    @Test
    void makesEightLoginsAtATimeBecauseTheServerDropsMore() {
        try (OpenSshServer server = OpenSshServer.start(directory.resolve("sshd"), "MaxStartups 8:100:8")) {
            ConnectionTarget target = SshTargets.of(server);
            List<CompletableFuture<Communicator>> all = new ArrayList<>();
            RecordingListener listener = new RecordingListener();
            for (int i = 0; i < 24; i++) {
                all.add(CompletableFuture.supplyAsync(
                        () -> connector.connect(target, new Narrator("test", listener), new Cancellation()),
                        command -> new Thread(command).start()));
            }
            all.forEach(one -> one.orTimeout(60, TimeUnit.SECONDS).join().close());

            assertThat(server.log())
                    .filteredOn(line -> line.contains("past MaxStartups") || line.contains("drop connection"))
                    .isEmpty();
        }
    }

    @Test
    void costsTwoThreadsAndGivesThemBack() {
        try (OpenSshServer server = server()) {
            connect(server, EVERY_SECOND).close();
            OpenSsh.await("the first is gone", () -> threads().isEmpty());

            List<Communicator> ten = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                ten.add(connect(server, EVERY_SECOND));
            }
            ten.forEach(one -> one.run(new Command("true"), output, new Cancellation()));
            assertThat(threads()).hasSizeLessThanOrEqualTo(20);

            ten.forEach(Communicator::close);
            OpenSsh.await("no thread is left", () -> threads().isEmpty());
        }
    }

    @Test
    void agreesWithOpenSshOnTheJdksFastCipher() throws IOException {
        try (OpenSshServer server = server()) {
            connect(server, EVERY_SECOND).close();

            assertThat(server.log())
                    .anyMatch(line -> line.contains("kex: client->server cipher: aes128-gcm@openssh.com"));
            assertThat(server.log())
                    .anyMatch(line -> line.contains("kex: server->client cipher: aes128-gcm@openssh.com"));
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("sshj"))
                .toList();
    }

    private Communicator connect(OpenSshServer server, Duration keepAlive) {
        Patience patience = new Patience(Duration.ofMinutes(1), 10, keepAlive, Duration.ZERO);
        Authentication key = Authentication.byKey(server.clientKey().privateKey());
        return connector.connect(
                SshTargets.of(server.port(), key, patience, false),
                new Narrator("test", new RecordingListener()),
                new Cancellation());
    }

    private OpenSshServer server() {
        return OpenSshServer.start(directory.resolve("sshd"));
    }
}
