package io.jenkins.plugins.packerbuild.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleCommandTest {

    @TempDir
    Path work;

    private TestTerminal terminal;

    @BeforeEach
    void open() throws IOException {
        terminal = new TestTerminal(work);
        terminal.write("t.json", """
                {"variables": {"zone": null, "size": "s-{{user `zone`}}", "pin": "4711-0815"},
                 "sensitive-variables": ["pin"], "builders": [{"type": "null"}]}
                """);
    }

    @Test
    void answersEveryLineUntilTheEnd() {
        assertThat(terminal.runWith("{{upper `a`}}\nplain\n\n{{user `size`}}", "console", "-var", "zone=x", "t.json"))
                .isZero();
        assertThat(terminal.printed()).isEqualTo("A\nplain\ns-x\n");
    }

    @Test
    void endsWithExit() {
        assertThat(terminal.runWith("a\nexit\nb\n", "console")).isZero();
        assertThat(terminal.printed()).isEqualTo("a\n");
    }

    @Test
    void goesOnAfterALineThatCannotBeRendered() {
        assertThat(terminal.runWith("{{nope}}\nb\n", "console")).isZero();
        assertThat(terminal.printed())
                .contains("Error: ", "function \"nope\" not defined")
                .endsWith("\nb\n");
    }

    @Test
    void saysWhyAVariableHasNoValue() {
        assertThat(terminal.runWith("{{user `size`}}\n{{nope}}\n", "console", "t.json"))
                .isZero();
        assertThat(terminal.printed())
                .contains("Required variable not set: zone", "-var 'zone=…'", "function \"nope\" not defined");
    }

    @Test
    void listsVariablesWithoutSecrets() {
        assertThat(terminal.runWith("variables\n{{user `pin`}}\n", "console", "-var", "zone=x", "t.json"))
                .isZero();
        assertThat(terminal.printed()).isEqualTo("\npin: <sensitive>,\nsize: s-x,\nzone: x,\n\n<sensitive>\n");
    }

    @Test
    void answersProgramsInRecords() {
        assertThat(terminal.runWith("a,b\n", "console", "-machine-readable")).isZero();
        assertThat(terminal.records()).isEqualTo(",ui,message,a%!(PACKER_COMMA)b\n");
    }

    @Test
    void promptsAPersonOnly() {
        terminal.interactive().runWith("a\n", "console");

        assertThat(terminal.printed()).isEqualTo("> a\n> ");
    }

    @Test
    void failsWithoutItsTemplateOrVarFile() {
        assertThat(terminal.run("console", "nope.json")).isEqualTo(1);
        assertThat(terminal.printed()).contains("Could not read template 'nope.json': no such file or directory");
        assertThat(terminal.run("console", "-var-file=nope.json", "t.json")).isEqualTo(1);
        assertThat(terminal.printed()).contains("Could not read var-file 'nope.json'");
    }

    @Test
    void refusesALineWithoutAnEnd() {
        assertThat(terminal.runWith("x".repeat(1024 * 1024 + 1), "console")).isEqualTo(1);
        assertThat(terminal.printed()).contains("longer than 1 MiB").hasSizeLessThan(500);
    }
}
