package io.jenkins.plugins.packerbuild.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.lookup.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the values in a template come from, and what is said of those that come from nowhere. */
class TemplateValuesTest {

    private static final Pattern UNDEFINED = Pattern.compile("uses the user variable '(u\\d+)', which is not defined");

    @TempDir
    Path folder;

    private InProcess.Result run(Map<String, String> environment, String... arguments) {
        return InProcess.run(folder, environment, new byte[0], List.of(arguments));
    }

    @Test
    void warnsOfEveryUndefinedVariableOnceWhereverItIsUsed() throws IOException {
        Files.writeString(folder.resolve("t.json"), """
                {"builders": [
                  {"type": "null", "communicator": "none", "name": "n-{{user `u1`}}x"},
                  {"type": "null", "communicator": "none", "name": "b"},
                  {"type": "amazon-ebs", "region": "us-east-1", "source_ami": "ami-12345678",
                   "instance_type": "t2.micro", "ssh_username": "x", "ami_name": "abc",
                   "tags": {"{{user `u2`}}k": "{{user `u3`}}-{{.BuildRegion}}"}, "run_tags": {"a": "{{ user `u4` | upper }}"}}],
                 "provisioners": [
                  {"type": "shell-local", "except": ["amazon-ebs"], "inline": ["echo {{user `u5`}}"],
                   "environment_vars": ["A={{user `u6`}}"],
                   "execute_command": ["sh", "-c", "{{.Vars}} {{.Script}} {{user `u7`}}"], "max_retries": "{{user `u8`}}1"},
                  {"type": "shell", "only": ["amazon-ebs"], "inline": ["echo {{user `u9`}}"],
                   "execute_command": "{{.Vars}} {{.Path}} {{if user `u10`}}x{{end}}",
                   "override": {"amazon-ebs": {"remote_folder": "/{{user `u11`}}"}}}],
                 "post-processors": [{"type": "shell-local", "inline": ["x {{user `u12`}}"]}]}
                """);

        InProcess.Result result = run(Map.of(), "validate", "t.json");

        Map<String, Integer> warned = new TreeMap<>();
        Matcher matcher = UNDEFINED.matcher(result.printed());
        while (matcher.find()) {
            warned.merge(matcher.group(1), 1, Integer::sum);
        }
        assertThat(result.exit()).as(result.printed()).isZero();
        assertThat(warned)
                .hasSize(12)
                .allSatisfy((name, times) -> assertThat(times).as(name).isOne());
    }

    @Test
    void asksServersAlsoToValidateAndPrintsNothingThatTheyTell() throws IOException {
        Files.writeString(folder.resolve("t.json"), """
                {"variables": {"v": "{{vault `secret/data/a` `k`}}"},
                 "builders": [{"type": "file", "target": "out.txt", "content": "x {{user `v`}}", "name": "f"}],
                 "provisioners": [{"type": "shell-local", "inline": ["echo it is {{user `v`}}"]}]}
                """);
        try (Shelf shelf =
                new Shelf().put("/v1/secret/data/a", 200, "{\"data\": {\"data\": {\"k\": \"open sesame now\"}}}")) {
            Map<String, String> environment = Map.of(
                    "VAULT_ADDR",
                    shelf.url(),
                    "VAULT_TOKEN",
                    "t",
                    "PATH",
                    System.getenv("PATH"),
                    "HOME",
                    folder.toString());

            InProcess.Result validated = run(environment, "validate", "t.json");
            InProcess.Result built = run(environment, "build", "-color=false", "t.json");

            assertThat(validated.exit()).as(validated.printed()).isZero();
            assertThat(built.printed()).contains("it is <sensitive>").doesNotContain("sesame");
            assertThat(Files.readString(folder.resolve("out.txt"))).isEqualTo("x open sesame now");
            assertThat(shelf.asked()).hasSize(2);
        }
    }

    @Test
    void saysWhichVariableAServerHasNoValueFor() throws IOException {
        Files.writeString(folder.resolve("t.json"), """
                {"variables": {"v": "{{consul_key `a/b`}}"}, "builders": [{"type": "null", "communicator": "none"}]}
                """);
        try (Shelf shelf = new Shelf()) {
            InProcess.Result result = run(Map.of("CONSUL_HTTP_ADDR", shelf.hostAndPort()), "validate", "t.json");

            assertThat(result.exit()).isOne();
            assertThat(result.printed())
                    .contains(
                            "t.json:1:21: Variable 'v' cannot be rendered at <consul_key `a/b`>: error calling consul_key:"
                                    + " key does not exist at the given path: a/b.");
        }
    }
}
