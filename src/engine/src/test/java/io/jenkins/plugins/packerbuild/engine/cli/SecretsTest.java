package io.jenkins.plugins.packerbuild.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A template that shows its secrets in every way: nothing of them is printed or written. */
class SecretsTest {

    private static final String PASSWORD = "se/cr&et word+1";
    private static final String FIRST_LINE = "first line of the key";
    private static final String SECOND_LINE = "second line of the key";
    private static final String FROM_FILE = "hunter2-in-a-file";
    private static final String FROM_ENVIRONMENT = "Tr0ub4dor-in-the-environment";

    private static final String TEMPLATE = """
            {
              "variables": {"db_password": "", "key": "", "plain": "", "of_env": "{{env `DEPLOY_TOKEN`}}"},
              "sensitive-variables": ["plain", "key"],
              "builders": [{"type": "null", "name": "web", "communicator": "none"}],
              "provisioners": [{
                "type": "shell-local",
                "environment_vars": ["PW={{user `db_password`}}"],
                "inline": [
                  "echo \\"plain $PW\\"; echo \\"plain $PW\\" >&2",
                  "printf %s \\"$PW\\" | base64; printf %s \\"1$PW\\" | base64; printf %s \\"12$PW\\" | base64",
                  "printf %s \\"1$PW\\" | base64 | tr '+/' '-_'",
                  "echo 'SLASHED'; echo 'ESCAPED'; echo 'ENCODED'",
                  "printf %s 'se/cr&et wo'; printf '%s\\\\n' 'rd+1'",
                  "echo '{{user `key`}}'",
                  "echo '{{user `plain`}} {{user `of_env`}}'",
                  "echo $DEPLOY_TOKEN >&2"
                ]
              }],
              "post-processors": [[
                {"type": "manifest", "custom_data": {"a": "{{user `db_password`}}", "b": "{{user `key`}}"}},
                {"type": "shell-local", "inline": ["echo {{user `plain`}}; exit 3"]}
              ]]
            }
            """;

    @TempDir
    private Path directory;

    private TestTerminal terminal = new TestTerminal(Path.of(""));

    @BeforeEach
    void writeTemplate() throws IOException {
        terminal = new TestTerminal(directory)
                .with("DEPLOY_TOKEN", FROM_ENVIRONMENT)
                .with("PATH", System.getenv("PATH"))
                .with(
                        "TMPDIR",
                        Files.createDirectories(directory.resolve("tmp")).toString());
        terminal.write(
                "template.json",
                TEMPLATE.replace("SLASHED", "se\\\\/cr&et word+1")
                        .replace("ESCAPED", "se/cr\\\\u0026et word+1")
                        .replace("ENCODED", urlEncoded(PASSWORD)));
        terminal.write("vars.json", "{\"plain\": \"" + FROM_FILE + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-color=false", "-machine-readable", "-timestamp-ui"})
    void showNowhere(String option) throws IOException {
        terminal.with("PACKER_LOG", "1");

        int exit = terminal.run(arguments("build", option, "-session=session"));

        assertThat(exit).isEqualTo(1); // its last script says so
        assertThat(terminal.printed()).contains("<sensitive>").contains("non-zero exit status: 3");
        assertNothingIn("standard output", terminal.printed());
        assertNothingIn("standard error", terminal.logged());
        for (Path file : files()) {
            assertNothingIn(file.toString(), Files.readString(file));
        }
        assertThat(directory.resolve("packer-manifest.json")).content().contains("sensitive");
        assertThat(directory.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void showInNoProblemOfTheTemplate() throws IOException {
        terminal.write("template.json", """
                {
                  "variables": {"db_password": "", "key": "", "plain": ""},
                  "sensitive-variables": ["plain", "key"],
                  "builders": [{
                    "type": "amazon-ebs", "region": "{{user `plain`}}", "ami_name": "{{user `db_password`}}!",
                    "source_ami": "{{user `plain`}}", "shutdown_behavior": "{{user `db_password`}}",
                    "ebs_optimized": "{{user `plain`}}", "ssh_timeout": "{{user `db_password`}}"
                  }]
                }
                """);

        assertThat(terminal.run(arguments("validate"))).isEqualTo(1);

        assertThat(terminal.printed()).contains("<sensitive>");
        assertNothingIn("standard output", terminal.printed());
    }

    @Test
    void showInNeitherInspectNorConsole() throws IOException {
        assertThat(terminal.run(arguments("inspect"))).isZero();
        assertNothingIn("inspect", terminal.printed());

        String lines = "{{user `db_password`}} {{user `plain`}} {{user `of_env`}}\nvariables\n";
        assertThat(terminal.runWith(lines, arguments("console"))).isZero();
        assertThat(terminal.printed()).contains("<sensitive>");
        assertNothingIn("console", terminal.printed());
    }

    private static String[] arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("-var", "db_password=" + PASSWORD));
        arguments.addAll(List.of("-var", "key=" + FIRST_LINE + "\n" + SECOND_LINE));
        arguments.addAll(List.of("-var-file=vars.json", "template.json"));
        return arguments.toArray(String[]::new);
    }

    private static void assertNothingIn(String where, String text) {
        assertThat(text)
                .as(where)
                .doesNotContain(PASSWORD, urlEncoded(PASSWORD), "se\\/cr", "cr&et", "cr\\u0026et", "rd+1")
                .doesNotContain(FIRST_LINE, SECOND_LINE, FROM_FILE, FROM_ENVIRONMENT);
        for (String before : List.of("", "1", "12")) {
            assertThat(text).as(where).doesNotContain(middle(Base64.getEncoder(), before));
            assertThat(text).as(where).doesNotContain(middle(Base64.getUrlEncoder(), before));
        }
    }

    /** What the password is always encoded as when so much stands before it. */
    private static String middle(Base64.Encoder encoder, String before) {
        String encoded = encoder.withoutPadding().encodeToString((before + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return encoded.substring(4, encoded.length() - 4);
    }

    private static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** All but those of the user. */
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> ours = files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(directory.resolve("vars.json")))
                    .filter(file -> !file.equals(directory.resolve("template.json")))
                    .toList();
            assertThat(ours)
                    .extracting(file -> file.getFileName().toString())
                    .contains("events.jsonl", "result.json", "spec.json");
            return ours;
        }
    }
}
