package io.jenkins.plugins.packerbuild.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.packerbuild.engine.event.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cleanup in a directory that somebody has made from a copy of a ledger, as its starter sees it. */
class CleanupSessionTest {

    @TempDir
    Path work;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private int answer = 204;
    private Runnable onFirstCall = () -> {};
    private HttpServer cloud = startedCloud();
    private Path session = Path.of("");

    @BeforeEach
    void copyTheLedger() throws IOException {
        session = Files.createDirectory(work.resolve("copy"));
        ledger("{\"protocol\":1,\"runId\":\"run-1\"}", droplet(1, "digitalocean"));
    }

    @AfterEach
    void stopTheCloud() {
        cloud.stop(0);
    }

    @Test
    void needsNoMoreThanTheLedgerAndATokenOfTheEnvironment() throws IOException {
        environment.put("DO_TOKEN", "env-token-1");
        ledger(
                "{\"protocol\":1,\"runId\":\"run-1\"}",
                droplet(1, "digitalocean").replace("api_token=credential do-token", "api_token=environment DO_TOKEN"));

        assertThat(run()).as(printed()).isZero();
        assertThat(calls).contains("DELETE /v2/droplets/7 Bearer env-token-1");
        assertThat(events().get(0)).contains("\"type\":\"hello\"");
        assertThat(events()).anyMatch(line -> line.contains("\"type\":\"ledger\"") && line.contains("\"gone\""));
        assertThat(events()).anyMatch(line -> line.contains("Removing droplet 7..."));
        assertThat(result())
                .containsEntry("success", true)
                .containsEntry("leftovers", List.of())
                .containsEntry("problems", List.of());
    }

    @ParameterizedTest
    @CsvSource({"web,x", "digitalocean,x", "other,do-token"})
    void findsACredentialByBuildByTypeOrByName(String target, String name) throws IOException {
        secrets(target, name, "http://127.0.0.1:" + cloud.getAddress().getPort());

        assertThat(run()).as(printed()).isZero();
        assertThat(calls).contains("DELETE /v2/droplets/7 Bearer given-token");
        assertThat(session.resolve("secrets.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"other,x,", "web,do-token,https://elsewhere.example"})
    void tellsWhatIsLeftAndTheCommandWhenNoCredentialFits(String target, String name, String endpoint)
            throws IOException {
        secrets(
                target,
                name,
                endpoint == null ? "http://127.0.0.1:" + cloud.getAddress().getPort() : endpoint);

        assertThat(run()).isEqualTo(1);
        assertThat(calls).isEmpty();
        assertThat(result()).containsEntry("success", false);
        assertThat(leftover(0)).containsEntry("id", "7").containsEntry("state", "remains");
        assertThat(leftover(0).get("note")).contains("Nobody gave the token");
        assertThat(leftover(0).get("command")).contains("compute droplet delete 7");
        assertThat("" + result().get("errors"))
                .contains("Could not remove droplet '7' in digitalocean nyc3: Nobody gave the token")
                .contains("This removes it: doctl");
    }

    @Test
    void tellsWhatAnotherVersionHasMadeSomewhereElse() throws IOException {
        ledger("{\"protocol\":1,\"runId\":\"run-1\"}", droplet(1, "someclouds"));

        assertThat(run()).isEqualTo(1);
        assertThat(leftover(0)).containsEntry("note", "This version cannot remove anything at provider 'someclouds'.");
    }

    @Test
    void refusesALedgerThatDoesNotNameItsRun() throws IOException {
        ledger(droplet(1, "digitalocean"));

        assertThat(run()).isEqualTo(1);
        assertThat("" + result().get("problems")).contains("its ledger.jsonl does not name the run");
        assertThat(calls).isEmpty();
    }

    @Test
    void tellsALedgerThatCannotBeReadInTheResult() throws IOException {
        ledger("no json", droplet(1, "digitalocean"));

        assertThat(run()).isEqualTo(1);
        assertThat("" + result().get("problems")).contains("Could not read line 1 of ledger");
    }

    @Test
    void tellsSecretsThatAreWrongInTheResult() throws IOException {
        Files.writeString(session.resolve("secrets.json"), "{");
        Files.setPosixFilePermissions(session.resolve("secrets.json"), PosixFilePermissions.fromString("rw-------"));

        assertThat(run()).isEqualTo(1);
        assertThat("" + result().get("problems")).contains("secrets.json");
        assertThat(leftover(0)).containsEntry("id", "7");
    }

    @Test
    void forgetsHowTheDeadRunWasAskedToEnd() throws IOException {
        Files.writeString(session.resolve("cancel"), "");
        Files.writeString(session.resolve("result.json"), "{\"success\":false}");
        secrets("web", "x", "http://127.0.0.1:" + cloud.getAddress().getPort());

        assertThat(run()).as(printed()).isZero();
        assertThat(result()).containsEntry("success", true).containsEntry("cancelled", false);
    }

    @Test
    void canBeAskedToEnd() throws IOException {
        answer = 503;
        calls.clear();
        secrets("web", "x", "http://127.0.0.1:" + cloud.getAddress().getPort());
        onFirstCall = () -> write(session.resolve("cancel"));

        assertThat(run()).isEqualTo(1);
        assertThat(result()).containsEntry("cancelled", true).containsEntry("success", false);
        assertThat(leftover(0)).containsEntry("id", "7");
    }

    private HttpServer startedCloud() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    calls.add(exchange.getRequestMethod() + " "
                            + exchange.getRequestURI().getPath() + " "
                            + exchange.getRequestHeaders().getFirst("Authorization"));
                    onFirstCall.run();
                    exchange.sendResponseHeaders(answer, -1);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String droplet(int entry, String provider) {
        return "{\"seq\":9,\"type\":\"ledger\",\"entry\":" + entry + ",\"state\":\"created\",\"builder\":\"web\","
                + "\"kind\":\"droplet\",\"id\":\"7\",\"provider\":\"" + provider + "\",\"region\":\"nyc3\","
                + "\"mark\":\"packer-run-1\",\"endpoint\":\"http://127.0.0.1:"
                + cloud.getAddress().getPort() + "\",\"credentialSource\":\"api_token=credential do-token\"}";
    }

    private void ledger(String... lines) throws IOException {
        Files.writeString(session.resolve("ledger.jsonl"), String.join("\n", lines) + "\n");
    }

    private void secrets(String builder, String name, String endpoint) throws IOException {
        Path file = session.resolve("secrets.json");
        Files.writeString(
                file,
                "{\"protocol\":1,\"credentials\":[{\"target\":{\"builder\":\"" + builder
                        + "\"},\"fields\":{\"api_token\":\"given-token\"},\"endpoints\":[\"" + endpoint
                        + "\"],\"name\":\"" + name + "\"}]}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int run() {
        environment.put("XDG_STATE_HOME", work.resolve("state").toString());
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(new ByteArrayInputStream(new byte[0]), printed, printed, environment, work, false, false);
        return PackerBuild.run(terminal, "cleanup", session.toString());
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> events() throws IOException {
        return Files.readAllLines(session.resolve("events.jsonl"));
    }

    private Map<String, Object> result() throws IOException {
        return Json.readObject(Files.readString(session.resolve("result.json")));
    }

    private Map<String, String> leftover(int index) throws IOException {
        List<?> leftovers = (List<?>) result().getOrDefault("leftovers", List.of());
        Map<String, String> texts = new HashMap<>();
        ((Map<?, ?>) leftovers.get(index)).forEach((name, value) -> texts.put("" + name, "" + value));
        return texts;
    }
}
