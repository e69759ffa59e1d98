package io.jenkins.plugins.packerbuild.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template of 2013 in docs/examples. That it builds once it is fixed is tested with whole processes. */
class Example2013Test {

    private static final Path EXAMPLE = Path.of("../../docs/examples/example-2013.json");

    @TempDir
    Path work;

    private TestTerminal terminal;

    @BeforeEach
    void open() throws IOException {
        terminal = new TestTerminal(work);
        Files.copy(EXAMPLE, work.resolve("example-2013.json"));
    }

    @Test
    void hasOneProblemForEachRetiredKeyAndMissingValueWithWhatToWriteToday() {
        assertThat(terminal.run("validate", "example-2013.json")).isEqualTo(1);
        assertThat(terminal.printed().lines().filter(line -> line.startsWith("Error: ")))
                .hasSize(6);
        assertThat(terminal.printed())
                .contains(
                        "example-2013.json:5:20: Unknown configuration key: '\"client_id\"'",
                        "example-2013.json:6:18: Unknown configuration key: '\"api_key\"'",
                        "Set \"api_token\" to a personal access token",
                        "Add \"region\": \"nyc1\"",
                        "Add \"size\": \"s-1vcpu-512mb-10gb\"",
                        "Add \"image\": \"ubuntu-24-04-x64\"",
                        "Add \"ssh_username\": \"root\"",
                        "'packer-build fix' does it.");
    }

    @Test
    void isValidOnceItIsFixedAndHasAToken() throws IOException {
        assertThat(terminal.run("fix", "example-2013.json")).isZero();
        assertThat(terminal.logged())
                .contains("Give a personal access token by -var do_token=...", "for $5 a month; today's costs $4");
        terminal.write("fixed.json", terminal.printed());

        assertThat(terminal.run("validate", "-var", "do_token=t0ken", "fixed.json"))
                .isZero();
        assertThat(terminal.printed()).isEqualTo("The configuration is valid.\n");
        assertThat(terminal.with("DIGITALOCEAN_API_TOKEN", "t0ken").run("validate", "fixed.json"))
                .isZero();
    }

    @Test
    void wantsATokenOnceItIsFixed() throws IOException {
        terminal.run("fix", "example-2013.json");
        terminal.write("fixed.json", terminal.printed());

        assertThat(terminal.run("validate", "fixed.json")).isEqualTo(1);
        assertThat(terminal.printed()).contains("api_token for auth must be specified");
    }

    @Test
    void keepsItsProvisionersAsTheyAre() throws IOException {
        terminal.run("fix", "example-2013.json");

        assertThat(terminal.printed()).contains("\"sudo apt-get install -y redis-server\"");
    }
}
