package io.jenkins.plugins.packerbuild.simulator.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.communicator.Authentication;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.communicator.ConnectionTarget;
import io.jenkins.plugins.packerbuild.engine.communicator.ssh.SshConnector;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's logins by password, which no OpenSSH lets in without an account of the real machine. */
class EnginePasswordLoginTest {

    private static final String PASSWORD = "gr\u00fcn & gelb";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final RecordingListener listener = new RecordingListener();

    @BeforeEach
    void start() throws IOException {
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
    }

    @AfterEach
    void stop() throws IOException {
        server.close(true);
    }

    @Test
    void logsInWithAPassword() throws IOException {
        server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        server.setPasswordAuthenticator((name, password, session) -> password.equals(PASSWORD));

        logIn();

        assertThat(listener.said()).endsWith("say: Connected to SSH!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password: ", "Password for ubuntu@freebsd:", "Passwort: "})
    void answersWhateverIsAskedWithThePassword(String prompt) throws IOException {
        server.setUserAuthFactories(List.of(UserAuthKeyboardInteractiveFactory.INSTANCE));
        server.setKeyboardInteractiveAuthenticator(new Asking(prompt));

        logIn();

        assertThat(listener.said()).endsWith("say: Connected to SSH!");
    }

    private void logIn() throws IOException {
        server.start();
        CommunicatorSettings.Login login = new CommunicatorSettings.Login(
                Optional.empty(), server.getPort(), "ubuntu", Optional.empty(), Optional.empty());
        CommunicatorSettings.Patience once =
                new CommunicatorSettings.Patience(Duration.ofSeconds(30), 1, Duration.ofSeconds(5), Duration.ZERO);
        CommunicatorSettings settings =
                new CommunicatorSettings(CommunicatorSettings.Kind.SSH, login, once, false, false);
        Authentication password = new Authentication(null, Secret.of(PASSWORD));
        new SshConnector(Clock.system())
                .connect(
                        new ConnectionTarget(() -> "127.0.0.1", password, settings),
                        new Narrator("test", listener),
                        new Cancellation())
                .close();
    }

    /** Asks twice in the same words. */
    private record Asking(String prompt) implements KeyboardInteractiveAuthenticator {

        @Override
        public InteractiveChallenge generateChallenge(
                ServerSession session, String username, String lang, String subMethods) {
            InteractiveChallenge challenge = new InteractiveChallenge();
            challenge.setInteractionName("login");
            challenge.setInteractionInstruction("");
            challenge.setLanguageTag(lang);
            challenge.addPrompt(prompt, false);
            challenge.addPrompt(prompt, false);
            return challenge;
        }

        @Override
        public boolean authenticate(ServerSession session, String username, List<String> responses) {
            return responses.equals(List.of(PASSWORD, PASSWORD));
        }
    }
}
