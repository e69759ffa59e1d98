package io.jenkins.plugins.packerbuild.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains of post-processors from the template to what the console, the result and the disk show. */
class PostProcessorsTest {

    private static final String FILE = "{\"builders\": [{\"type\": \"file\", \"name\": \"a\", \"target\": \"a.txt\","
            + " \"content\": \"x\"}], \"post-processors\": [%s]}";

    @TempDir
    private Path work;

    private TestTerminal terminal;

    @BeforeEach
    void makeTerminal() {
        terminal = new TestTerminal(work);
    }

    @Test
    void listsTheArtifactsOfAFailedChainMarked() throws IOException {
        terminal.write(
                "t.json",
                FILE.formatted("[{\"type\": \"artifice\", \"files\": [\"a.txt\"], \"keep_input_artifact\": false},"
                        + " {\"type\": \"manifest\", \"output\": \"gone/m.json\"}]"));

        assertThat(terminal.run("build", "t.json")).isEqualTo(1);
        assertThat(terminal.printed())
                .contains("Build 'a' errored after")
                .contains("1 error(s) occurred:\n\n* Post-processor failed: Could not write manifest 'gone/m.json'")
                .contains("\n==> Builds finished but no artifacts were created.\n")
                .endsWith("""

                        ==> These artifacts are there although their post-processing did not end well:
                        --> a: [chain failed] Stored file: a.txt
                        --> a: [chain failed] Created artifact from files: a.txt
                        """);
        assertThat(work.resolve("a.txt")).exists();

        terminal.run("build", "-machine-readable", "t.json");
        assertThat(terminal.records())
                .contains("a,artifact-incomplete-count,2\n")
                .contains("a,artifact-incomplete,0,string,Stored file: a.txt\n")
                .contains("a,artifact-incomplete,1,file,0,a.txt\n")
                .doesNotContain(",artifact-count,");
    }

    @Test
    void writesEachArtifactOnceIntoTheResultWithTheStatusOfItsBuild() throws IOException {
        terminal.write(
                "t.json",
                FILE.formatted("{\"type\": \"manifest\"}, {\"type\": \"manifest\", \"output\": \"gone/m.json\"},"
                        + " {\"type\": \"manifest\", \"name\": \"again\"}"));

        assertThat(terminal.run("build", "-session=s", "t.json")).isEqualTo(1);

        String result = Files.readString(work.resolve("s/result.json"));
        assertThat(result).containsOnlyOnce("\"packerId\":\"File\"").contains("\"status\":\"failed\"");
        assertThat(Files.readString(work.resolve("s/events.jsonl"))).containsOnlyOnce("\"packerId\":\"File\"");
        assertThat(terminal.printed()).contains("==> a: Running post-processor: again (type manifest)\n");
    }

    @Test
    void aNameInExceptEndsItsChainBeforeIt() throws IOException {
        terminal.write(
                "t.json",
                FILE.formatted("[\"manifest\", {\"type\": \"manifest\", \"name\": \"cut\", \"output\": \"cut.json\"},"
                        + " {\"type\": \"manifest\", \"output\": \"behind.json\"}],"
                        + " {\"type\": \"manifest\", \"output\": \"other.json\"}"));

        assertThat(terminal.run("build", "-except=cut", "t.json")).isZero();

        assertThat(work.resolve("packer-manifest.json")).exists();
        assertThat(work.resolve("other.json")).exists();
        assertThat(work.resolve("cut.json")).doesNotExist();
        assertThat(work.resolve("behind.json")).doesNotExist();
    }

    @Test
    void removesTheInputWhereTheTemplateSaysSo() throws IOException {
        terminal.write("b.txt", "y");
        terminal.write(
                "t.json",
                FILE.formatted("{\"type\": \"artifice\", \"files\": [\"b.txt\"], \"keep_input_artifact\": false}"));

        assertThat(terminal.run("build", "t.json")).isZero();

        assertThat(work.resolve("a.txt")).doesNotExist();
        assertThat(work.resolve("b.txt")).exists();
        assertThat(terminal.printed()).endsWith("--> a: Created artifact from files: b.txt\n");
    }

    @Test
    void keepInputArtifactIsNoText() throws IOException {
        terminal.write("t.json", FILE.formatted("{\"type\": \"manifest\", \"keep_input_artifact\": \"true\"}"));

        assertThat(terminal.run("validate", "t.json")).isEqualTo(1);

        assertThat(terminal.printed())
                .contains("Post-processor 1.1: 'keep_input_artifact' expected type 'bool', got unconvertible type"
                        + " 'string'")
                .contains("Write true or false, without quotes.");
    }

    @Test
    void warnsThatAnImageInACloudWillBeRemoved() throws IOException {
        String template =
                "{\"builders\": [{\"type\": \"digitalocean\", \"name\": \"web\", \"api_token\": \"t0ken-value\","
                        + " \"image\": \"ubuntu\", \"region\": \"nyc3\", \"size\": \"s\", \"ssh_username\": \"root\"}],"
                        + " \"post-processors\": [%s]}";
        terminal.write(
                "t.json",
                template.formatted("{\"type\": \"artifice\", \"files\": [\"x\"], \"keep_input_artifact\": false}"));
        assertThat(terminal.run("validate", "t.json")).isZero();
        assertThat(terminal.printed())
                .contains("the image that build 'web' has made is removed from the cloud")
                .contains("\"keep_input_artifact\": true");

        terminal.write("t.json", template.formatted("{\"type\": \"artifice\", \"files\": [\"x\"]}, \"manifest\""));
        assertThat(terminal.run("validate", "t.json")).isZero();
        assertThat(terminal.printed()).doesNotContain("removed");
    }

    @Test
    void hidesSecretsInAManifest() throws IOException {
        terminal.write("t.json", """
                {"variables": {"password": "hunter2hunter2"}, "sensitive-variables": ["password"],
                 "builders": [{"type": "file", "target": "a.txt", "content": "x"}],
                 "post-processors": [{"type": "manifest", "custom_data": {"p": "{{user `password`}}"}}]}
                """);

        assertThat(terminal.run("build", "t.json")).isZero();

        assertThat(Files.readString(work.resolve("packer-manifest.json")))
                .doesNotContain("hunter2")
                .contains("sensitive");
    }

    @Test
    void losesNoEntryOf64Builds() throws IOException {
        StringBuilder builders = new StringBuilder();
        for (int i = 0; i < 64; i++) {
            builders.append(i == 0 ? "" : ",")
                    .append("{\"type\": \"null\", \"communicator\": \"none\", \"name\": \"b")
                    .append(i)
                    .append("\"}");
        }
        terminal.write("t.json", "{\"builders\": [" + builders + "], \"post-processors\": [\"manifest\"]}");

        assertThat(terminal.run("build", "t.json")).isZero();

        assertThat(Files.readString(work.resolve("packer-manifest.json")).split("\"name\": \"b"))
                .hasSize(65);
    }
}
