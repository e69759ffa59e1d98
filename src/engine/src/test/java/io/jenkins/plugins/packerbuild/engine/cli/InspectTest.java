package io.jenkins.plugins.packerbuild.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectTest {

    @TempDir
    Path work;

    private TestTerminal terminal;

    @BeforeEach
    void open() {
        terminal = new TestTerminal(work);
    }

    @Test
    void tellsEverythingInPackersWords() throws IOException {
        terminal.write("t.json", """
                {"description": "An image",
                 "variables": {"zone": null, "size": "1", "longer": "{{env `HOME`}}", "pin": "4711-0815"},
                 "sensitive-variables": ["pin"],
                 "builders": [{"type": "null", "name": "web-{{user `size`}}"}, {"type": "file"}],
                 "provisioners": [{"type": "shell-local"}, {"type": "nobody-knows-it"}]}
                """);

        assertThat(terminal.run("inspect", "t.json")).isZero();
        assertThat(terminal.printed()).isEqualTo("""
                Packer Inspect: JSON mode
                Description:

                An image

                Required variables:

                  zone

                Optional variables and their defaults:

                  longer = {{env `HOME`}}
                  pin    = <sensitive>
                  size   = 1

                Builders:

                  file              \s
                  web-{{user `size`}} (null)

                Provisioners:

                  shell-local
                  nobody-knows-it

                Note: If your build names contain user variables or template
                functions such as 'timestamp', these are processed at build time,
                and therefore only show in their raw form here.
                """);
    }

    @Test
    void tellsProgramsInRecords() throws IOException {
        terminal.write("t.json", """
                {"variables": {"zone": null, "list": "a,b"}, "builders": [{"type": "null", "name": "web"}],
                 "provisioners": [{"type": "shell-local"}]}
                """);

        assertThat(terminal.run("-machine-readable", "inspect", "t.json")).isZero();
        assertThat(terminal.records())
                .startsWith(",ui,say,Packer Inspect: JSON mode\n,ui,say,Required variables:\\n\n")
                .contains(
                        ",template-variable,zone,,1\n,ui,say,  zone\n,ui,say,\n",
                        ",template-variable,list,a%!(PACKER_COMMA)b,0\n",
                        ",template-builder,web,null\n,ui,say,  web (null)\n",
                        ",template-provisioner,shell-local\n");
    }

    @Test
    void looksAtTheStructureOnly() throws IOException {
        terminal.write("t.json", "{\"min_packer_version\": \"99.0\", \"variables\": {\"x\": null}}");

        assertThat(terminal.run("inspect", "-var", "y=1", "-only=nobody", "t.json"))
                .isZero();
        assertThat(terminal.printed()).contains("  <No builders>\n", "  <No provisioners>\n");
    }

    @Test
    void tellsWhatIsWrongWithTheStructure() throws IOException {
        terminal.write("t.json", "{\"bilders\": [], \"builders\": [{\"name\": \"x\"}]}");

        assertThat(terminal.run("inspect", "t.json")).isEqualTo(1);
        assertThat(terminal.printed())
                .contains("Error: t.json:1:2: Unknown root level key in template: 'bilders'", "missing 'type'")
                .doesNotContain("Packer Inspect");
    }

    @Test
    void tellsThatAVarFileIsNoTemplate() throws IOException {
        terminal.write("prod.json", "{\"region\": \"us-east-1\"}");

        assertThat(terminal.run("inspect", "prod.json")).isEqualTo(1);
        assertThat(terminal.printed()).contains("This file looks like a var-file: give it by -var-file");
    }

    @Test
    void showsTheDefaultOfASensitiveVariableUnderNoOtherName() throws IOException {
        terminal.write("t.json", """
                {"variables": {"a": "swordfish", "b": "swordfish", "db_password": "tr0ub4dor"},
                 "sensitive-variables": ["b"], "builders": [{"type": "null"}]}
                """);

        assertThat(terminal.run("inspect", "t.json")).isZero();
        assertThat(terminal.printed()).doesNotContain("swordfish", "tr0ub4dor").contains("a           = <sensitive>");
    }
}
