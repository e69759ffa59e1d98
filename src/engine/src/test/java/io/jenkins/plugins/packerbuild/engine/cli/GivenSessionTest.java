package io.jenkins.plugins.packerbuild.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.event.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sees who starts the engine on a session directory and reads its files only. */
class GivenSessionTest {

    private static final String NULL_BUILDER = "{\"builders\": [{\"type\": \"null\", \"communicator\": \"none\"}]}";

    @TempDir
    Path work;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private Path session = Path.of("");

    @BeforeEach
    void makeTheDirectoryAsItsStarterDoes() throws IOException {
        session = Files.createDirectory(
                work.resolve("s"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String own : List.of("run", "launched")) {
            Files.createDirectory(session.resolve(own));
        }
        for (String own : List.of("jvm.args", "engine.log", "exit")) {
            Files.writeString(session.resolve(own), "");
        }
    }

    @ParameterizedTest
    @CsvSource({"build,build", "validate,validate", "build,"})
    void doesWhatTheSpecSays(String command, String written) throws IOException {
        template(NULL_BUILDER);
        spec(written == null ? "" : "'command': '" + written + "'");

        assertThat(run(command, "-session=s")).as(printed()).isZero();
        assertThat(result()).containsEntry("success", true).containsEntry("problems", List.of());
        assertThat(events().get(0)).contains("\"hello\"");
    }

    @Test
    void validatesWithoutABuild() throws IOException {
        template("{\"builders\": [{\"type\": \"file\", \"content\": \"x\", \"target\": \"made\"}]}");
        spec("'command': 'validate'");

        assertThat(run("validate", "-session", "s")).isZero();

        assertThat(printed()).isEqualTo("The configuration is valid.\n");
        assertThat(work.resolve("made")).doesNotExist();
        assertThat(result()).containsEntry("builders", List.of());
    }

    @ParameterizedTest
    @CsvSource({"build,validate", "validate,build"})
    void refusesASpecForAnotherCommand(String command, String written) throws IOException {
        template(NULL_BUILDER);
        spec("'command': '" + written + "'");

        assertThat(run(command, "-session=s")).isEqualTo(1);
        assertThat(problems())
                .containsExactly("::0:0: Could not " + command + " session '" + session
                        + "': its spec.json is for the command '" + written + "'.");
        assertThat(printed()).contains("Run 'packer-build " + written + " -session=" + session + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "validate"})
    void tellsEveryProblemInParts(String command) throws IOException {
        template("{\"builders\": [\n  {\"type\": \"null\", \"nope\": 1},\n  {\"type\": \"nul\"}\n]}");
        spec("'command': '" + command + "'");

        assertThat(run(command, "-session=s")).isEqualTo(1);
        assertThat(problems())
                .contains(
                        ":t.json:2:20: Unknown configuration key: '\"nope\"' in builder 'null'.",
                        ":t.json:3:12: Unknown builder 'nul'.");
        assertThat(result()).containsEntry("success", false).containsEntry("builders", List.of());
    }

    @Test
    void tellsAMissingTemplateInTheResult() throws IOException {
        spec("'command': 'validate'");

        assertThat(run("validate", "-session=s")).isEqualTo(1);
        assertThat(problems()).hasSize(1).allMatch(problem -> problem.contains("t.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"protocol\": 2}", "{\"protocol\": 1}"})
    void tellsASpecThatCannotBeReadInTheResult(String text) throws IOException {
        Files.writeString(session.resolve("spec.json"), text);

        assertThat(run("build", "-session=s")).isEqualTo(1);
        assertThat(problems()).hasSize(1).allMatch(problem -> problem.contains("Could not read session file"));
        assertThat(printed()).contains("Could not read session file");
    }

    @Test
    void tellsWarningsAsEvents() throws IOException {
        template("{\"builders\": [{\"type\": \"file\", \"target\": \"made\", \"content\": \"{{user `a`}}x\"}]}");
        spec("'command': 'validate'");

        assertThat(run("validate", "-session=s")).as(printed()).isZero();
        assertThat(events()).anyMatch(line -> line.contains("\"warned\"") && line.contains("user variable 'a'"));
    }

    @Test
    void hidesVariablesOfItsEnvironmentThatItIsToldAreSecret() throws IOException {
        environment.put("DB", "blue");
        template("{\"variables\": {\"a\": \"{{env `DB`}}\"}, \"builders\": [{\"type\": \"null\","
                + " \"communicator\": \"{{user `a`}}\"}]}");
        spec("'sensitiveEnvironment': ['DB', 'UNSET']");

        assertThat(run("build", "-session=s")).isEqualTo(1);
        assertThat(printed()).contains("<sensitive>").doesNotContain("blue");
        assertThat(problems()).isNotEmpty().noneMatch(problem -> problem.contains("blue"));
        assertThat(events()).noneMatch(line -> line.contains("blue"));
    }

    @Test
    void asksForWhatItNeedsAlsoToValidate() throws IOException {
        template(
                "{\"variables\": {\"region\": null}, \"builders\": [{\"type\": \"null\", \"communicator\": \"none\"}]}");
        spec("'command': 'validate', 'awaitSecrets': true");
        Path secrets = session.resolve("secrets.json");
        Files.writeString(secrets, "{\"protocol\": 1, \"vars\": {\"region\": \"x\"}}");
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-------"));

        assertThat(run("validate", "-session=s")).as(printed()).isZero();
        assertThat(events())
                .anyMatch(line -> line.contains("\"type\":\"needs\"") && line.contains("\"variables\":[\"region\"]"));
        assertThat(secrets).doesNotExist();
    }

    @Test
    void asksAlsoForBuildsWhoseNamesAreToCome() throws IOException {
        template(
                "{\"variables\": {\"site\": \"\"}, \"builders\": [{\"type\": \"digitalocean\", \"name\": \"web-{{user `site`}}\"},"
                        + " {\"type\": \"amazon-ebs\", \"name\": \"{{user `site`}}\", \"communicator\": \"none\"}]}");
        spec("'command': 'validate', 'awaitSecrets': true, 'variables': ['site'], 'only': ['web-x']");
        Path secrets = session.resolve("secrets.json");
        Files.writeString(secrets, "{\"protocol\": 1, \"vars\": {\"site\": \"x\"}}");
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-------"));

        run("validate", "-session=s");

        assertThat(events())
                .anyMatch(line -> line.contains(
                                "{\"name\":\"digitalocean\",\"type\":\"digitalocean\",\"keys\":true," + "\"ssh\":true}")
                        && line.contains(
                                "{\"name\":\"amazon-ebs\",\"type\":\"amazon-ebs\",\"keys\":true,\"ssh\":false}"));
    }

    @Test
    void stopsWaitingForSecretsWhenItIsAskedTo() throws IOException {
        template(NULL_BUILDER);
        spec("'awaitSecrets': true");
        Files.writeString(session.resolve("cancel"), "");

        assertThat(run("build", "-session=s")).isEqualTo(1);
        assertThat(result()).containsEntry("cancelled", true).containsEntry("success", false);
    }

    @Test
    void beginsNoBuildWhenItIsAskedToStopBefore() throws IOException {
        template("{\"builders\": [{\"type\": \"file\", \"content\": \"x\", \"target\": \"made\"}]}");
        spec("");
        Files.writeString(session.resolve("cancel"), "");

        assertThat(run("build", "-session=s")).isEqualTo(1);
        assertThat(result()).containsEntry("cancelled", true).containsEntry("success", false);
        assertThat(work.resolve("made")).doesNotExist();
    }

    @Test
    void keepsItsFilesSmallWhateverATemplateCallsItsBuilders() throws IOException {
        String name = "x".repeat(1 << 20);
        String key = "k".repeat(40_000);
        template("{\"variables\": {\"" + key + "\": null}, \"builders\": [{\"type\": \"null\", \"name\": \"" + name
                + "\"}, {\"type\": \"" + name + "\"}, {\"type\": \"null\", \"communicator\": \"none\","
                + " \"name\": \"<img onerror>\"}], \"provisioners\": [{\"type\": \"shell\", \"only\": [\"" + name
                + "\"], \"" + key + "\": 1}]}");
        spec("'awaitSecrets': true");
        Files.writeString(session.resolve("secrets.json"), "{\"protocol\": 1}");
        Files.setPosixFilePermissions(session.resolve("secrets.json"), PosixFilePermissions.fromString("rw-------"));

        assertThat(run("build", "-session=s")).isEqualTo(1);
        assertThat(problems()).anyMatch(problem -> problem.contains("has more than 200 characters"));
        assertThat(session.resolve("result.json"))
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(100_000));
        assertThat(session.resolve("events.jsonl"))
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(10_000));
    }

    @Test
    void takesEitherASessionOrATemplateToValidate() throws IOException {
        template(NULL_BUILDER);

        assertThat(run("validate", "-session=s", "t.json")).isEqualTo(1);
        assertThat(printed()).contains("either -session or the path of a template");
    }

    private int run(String... arguments) {
        environment.put("XDG_STATE_HOME", work.resolve("state").toString());
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(new ByteArrayInputStream(new byte[0]), printed, printed, environment, work, false, false);
        return PackerBuild.run(terminal, arguments);
    }

    private void template(String text) throws IOException {
        Files.writeString(work.resolve("t.json"), text);
    }

    private void spec(String members) throws IOException {
        String text = "{'protocol': 1, 'template': 't.json'" + (members.isEmpty() ? "" : ", " + members) + "}";
        Files.writeString(session.resolve("spec.json"), text.replace('\'', '"'));
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

    /** As in {@code :file:line:column: message}. */
    private List<String> problems() throws IOException {
        List<?> problems = (List<?>) result().getOrDefault("problems", List.of());
        return problems.stream()
                .map(problem -> (Map<?, ?>) problem)
                .map(problem -> ":" + problem.get("file") + ":" + problem.get("line") + ":" + problem.get("column")
                        + ": " + problem.get("message"))
                .toList();
    }
}
