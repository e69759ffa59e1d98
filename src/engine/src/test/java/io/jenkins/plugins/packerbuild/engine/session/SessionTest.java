package io.jenkins.plugins.packerbuild.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.build.BuildReport;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.Json;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

    private static final BuildEvent.Needs NEEDS = new BuildEvent.Needs(List.of(), List.of("region"));
    private static final Resource DROPLET = new Resource(
            "web", "droplet", new Resource.Place("digitalocean", "", "nyc3", "", "template"), "packer-run-1");

    @TempDir
    Path temp;

    private final VirtualClock clock = new VirtualClock();
    private final Redactor redactor = new Redactor();
    private final RecordingListener console = new RecordingListener();
    private final Cancellation cancellation = new Cancellation();
    private SessionDirectory directory = new SessionDirectory(Path.of(""), false);

    @BeforeEach
    void makeTheDirectory() {
        directory = SessionDirectory.at(temp.resolve("session"));
    }

    @Test
    void closesTheDirectoryToOthers() throws IOException {
        Path open = Files.createDirectory(temp.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        SessionDirectory.at(open);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void putsADirectoryOfItsOwnWhereStateBelongs() {
        SessionDirectory byDefault = OwnSessions.of(Map.of(), temp).create();
        SessionDirectory byXdg = OwnSessions.of(
                        Map.of("XDG_STATE_HOME", temp.resolve("x").toString()), temp)
                .create();

        assertThat(byDefault.path().getParent()).isEqualTo(temp.resolve(".local/state/packer-build/sessions"));
        assertThat(byXdg.path().getParent()).isEqualTo(temp.resolve("x/packer-build/sessions"));
    }

    @Test
    void leavesADirectoryOfSomethingElseAsItIs() throws IOException {
        Path work = Files.createDirectory(temp.resolve("work"));
        Files.writeString(work.resolve("notes.txt"), "mine");
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> SessionDirectory.at(work)).hasMessageContaining("the files in it are of no session");
        assertThatThrownBy(() -> SessionDirectory.existing(work)).hasMessageContaining("are of no session");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void listsOnlyDeadRunsThatLeftSomething() {
        OwnSessions sessions = OwnSessions.of(Map.of(), temp);
        assertThat(sessions.abandoned()).isEmpty();
        Session dead = Session.open(sessions.create(), setup());
        dead.ledger().intend(DROPLET);
        dead.close();
        Session.open(sessions.create(), setup()).close();

        try (Session living = Session.open(sessions.create(), setup())) {
            living.ledger().intend(DROPLET);

            assertThat(sessions.abandoned())
                    .extracting(OwnSessions.Abandoned::directory)
                    .containsExactly(dead.directory());
        }
    }

    @Test
    void takesADirectoryOfItsOwnAwayAfterTheCleanupButLeavesAGivenOne() {
        OwnSessions sessions = OwnSessions.of(Map.of(), temp);
        SessionDirectory own = sessions.create();
        for (SessionDirectory used : List.of(own, directory)) {
            Session dead = Session.open(used, setup());
            dead.ledger().intend(DROPLET);
            dead.close();

            try (Session cleanup = Session.open(sessions.ended(used.path()), setup())) {
                cleanup.ledger()
                        .open()
                        .forEach(line -> cleanup.ledger().reopen(line).gone());
            }
        }

        assertThat(own.path()).doesNotExist();
        assertThat(directory.ledger()).exists();
    }

    @Test
    void refusesAFileInPlaceOfADirectory() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThatThrownBy(() -> SessionDirectory.at(file))
                .isInstanceOf(BuildException.class)
                .hasMessage("Could not use session directory '" + file + "': it is not a directory. Name a directory"
                        + " that belongs to the user who runs the engine and can be written by him.");
    }

    @Test
    void saysHelloFirst() throws IOException {
        open().close();

        assertThat(events().get(0))
                .startsWith("{\"seq\":1,\"type\":\"hello\",\"protocol\":1,\"engineVersion\":\"1.0\"");
    }

    @Test
    void refusesASecondEngineWhichWritesNothing() throws IOException {
        try (Session first = open()) {
            first.listener().on(new BuildEvent.RunFinished(true, false, Duration.ZERO));
            String before = Files.readString(directory.events());

            assertThatThrownBy(this::open)
                    .isInstanceOf(BuildException.class)
                    .hasMessageContaining("another packer-build is at work in it");
            assertThat(Files.readString(directory.events())).startsWith(before).doesNotContain("\"seq\":3");
        }

        open().close();
        assertThat(events()).hasSize(3);
    }

    @Test
    void refusesASecondEngineInAnotherProcess() throws Exception {
        try (Session first = open()) {
            assertThat(first.directory()).isEqualTo(directory);
            Process second = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherEngine.class.getName(),
                            directory.path().toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(second.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

            assertThat(second.waitFor()).isEqualTo(1);
            assertThat(said).contains("another packer-build is at work in it");
        }
    }

    /** What another process does. */
    static final class OtherEngine {
        private OtherEngine() {}

        public static void main(String[] arguments) {
            try (SessionLock lock = SessionLock.take(SessionDirectory.at(Path.of(arguments[0])))) {
                System.out.println("got " + lock);
            } catch (BuildException e) {
                System.out.println(e.getMessage());
                System.exit(1);
            }
        }
    }

    @Test
    void takesSecretsAndDeletesThem() throws IOException {
        writeSecrets("rw-------");

        try (Session session = open()) {
            Secrets secrets = session.secrets();

            assertThat(directory.secrets()).doesNotExist();
            assertThat(secrets.forVariable("region", "")).contains(Secret.of("us-east-1"));
            assertThat(secrets.forVariable("license", "")).contains(Secret.of("L1C3NS3-K3Y"));
            assertThat(secrets.variableValues()).containsOnlyKeys("region", "db_password", "license");
            assertThat(secrets.forBuilder("web", "digitalocean"))
                    .extracting(credential -> credential.field("api_token").orElseThrow())
                    .containsExactly(Secret.of("dop_v1_name"), Secret.of("dop_v1_type"));
            assertThat(secrets.forBuilder("digitalocean", "digitalocean"))
                    .extracting(credential -> credential.field("api_token").orElseThrow())
                    .containsExactly(Secret.of("dop_v1_type"));
            assertThat(secrets.forBuilder("aws", "amazon-ebs")).isEmpty();
        }
    }

    @Test
    void hidesSecretsInEverythingThatItWrites() throws IOException {
        writeSecrets("rw-------");
        try (Session session = open()) {
            session.secrets();
            new Narrator("web", session.listener()).say("dop_v1_name in us-east-1 with correct-horse-battery");
            session.ledger().intend(DROPLET).remains("dop_v1_type was refused", "TOKEN=L1C3NS3-K3Y doctl");
            session.finish(List.of(Problem.of("No dop_v1_type.")));
        }

        assertThat(console.said()).containsExactly("say: <sensitive> in us-east-1 with <sensitive>");
        try (var files = Files.list(directory.path())) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).doesNotContain("dop_v1_", "correct-horse", "L1C3NS3");
            }
        }
    }

    @Test
    void refusesSecretsThatOthersMayReadAndDeletesThem() throws IOException {
        writeSecrets("rw-r-----");

        try (Session session = open()) {
            assertThatThrownBy(session::secrets)
                    .isInstanceOf(BuildException.class)
                    .hasMessageContaining("other users may read it");
        }
        assertThat(directory.secrets()).doesNotExist();
    }

    @Test
    void deletesSecretsThatItCannotReadAndShowsNoneOfTheirText() throws IOException {
        Files.writeString(directory.secrets(), "{\"protocol\":1,\"vars\":{\"a\":topsecret}}");
        Files.setPosixFilePermissions(directory.secrets(), PosixFilePermissions.fromString("rw-------"));

        try (Session session = open()) {
            assertThatThrownBy(session::secrets)
                    .isInstanceOf(BuildException.class)
                    .hasMessageContaining("not valid JSON at line 1")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("topsecret"));
        }
        assertThat(directory.secrets()).doesNotExist();
    }

    @Test
    void waitsForSecretsAfterItHasSaidWhatItNeeds() throws IOException {
        clock.at(Duration.ofSeconds(30), () -> {
            assertThat(events()).anyMatch(line -> line.contains("\"type\":\"needs\""));
            writeSecrets("rw-------");
        });

        try (Session session = open()) {
            assertThat(session.awaitSecrets(NEEDS).variables()).containsKey("region");
        }
        assertThat(clock.uptime()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
    }

    @Test
    void givesUpWaitingForSecretsAfterAMinute() {
        try (Session session = open()) {
            assertThatThrownBy(() -> session.awaitSecrets(NEEDS))
                    .isInstanceOf(BuildException.class)
                    .hasMessageContaining(
                            "no secrets.json came to session directory '" + directory.path() + "' in 60 seconds");
        }
    }

    @Test
    void stopsWaitingForSecretsWhenItIsCancelled() {
        clock.at(Duration.ofSeconds(3), () -> cancellation.cancel("received SIGTERM"));

        try (Session session = open()) {
            assertThatThrownBy(() -> session.awaitSecrets(NEEDS)).isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void writesTheResultByRename() throws IOException {
        try (Session session = open()) {
            session.finish(new BuildReport(List.of(), false, Duration.ZERO));
        }

        assertThat(Json.readObject(Files.readString(directory.result()))).containsEntry("success", true);
        assertThat(Golden.problems("result", Files.readString(directory.result())))
                .isEmpty();
        assertThat(directory.path().resolve("result.json.tmp")).doesNotExist();
    }

    @Test
    void removesADirectoryOfItsOwnUnlessSomethingIsLeft() {
        SessionDirectory clean = OwnSessions.of(Map.of(), temp).create();
        SessionDirectory dirty = OwnSessions.of(Map.of(), temp).create();

        Session first = Session.open(clean, setup());
        first.ledger().intend(DROPLET).gone();
        first.close();
        Session second = Session.open(dirty, setup());
        second.ledger().intend(DROPLET);
        second.close();

        assertThat(clean.path()).doesNotExist();
        assertThat(first.kept()).isEmpty();
        assertThat(dirty.ledger()).exists();
        assertThat(second.kept()).contains(dirty);
    }

    @Test
    void removesCredentialsThatAreFilesButNotWhatLinksPointTo() throws IOException {
        Path outside = Files.writeString(temp.resolve("outside"), "keep");
        Files.createDirectories(directory.files().resolve("deep"));
        Files.writeString(directory.files().resolve("deep/key.pem"), "secret");
        Files.createSymbolicLink(directory.files().resolve("link"), outside);

        open().close();

        assertThat(directory.files()).doesNotExist();
        assertThat(outside).exists();
    }

    @Test
    void goesOnWhenItsDirectoryHasVanished() throws IOException {
        Session session = open();
        directory.remove();

        new Narrator("web", session.listener()).say("still here");
        session.finish(new BuildReport(List.of(), false, Duration.ZERO));
        session.close();

        assertThat(console.said()).contains("say: still here");
        assertThat(console.events())
                .filteredOn(BuildEvent.Warned.class::isInstance)
                .extracting(event -> ((BuildEvent.Warned) event).warning().message())
                .contains("Could not write session file '" + directory.result() + "': it does not exist.");
    }

    private Session open() {
        return Session.open(directory, setup());
    }

    private Session.Setup setup() {
        return new Session.Setup(new RunIdentity("run-1", clock.now()), "1.0", redactor, console, clock, cancellation);
    }

    private List<String> events() {
        try {
            return Files.readAllLines(directory.events());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeSecrets(String mode) {
        try {
            Path temporary = directory.path().resolve("secrets.tmp");
            Files.writeString(temporary, Golden.text("secrets.json"));
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString(mode));
            Files.move(temporary, directory.secrets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
