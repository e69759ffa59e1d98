package io.jenkins.plugins.packerbuild.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody means to give, and what is said of it. */
class BadInputTest {

    private static final String NULL_BUILDER = "{\"type\": \"null\", \"communicator\": \"none\"";

    @TempDir
    private Path directory;

    private TestTerminal terminal = new TestTerminal(Path.of(""));

    @BeforeEach
    void writeTemplate() throws IOException {
        terminal = new TestTerminal(directory).with("PATH", System.getenv("PATH"));
        terminal.write("good.json", "{\"variables\": {\"a\": \"\"}, \"builders\": [" + NULL_BUILDER + "}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1}|vars.json:1:7: Variable 'a' in var-file 'vars.json' must be a text, not a number.",
                "{\"a\": {}}|must be a text, not an object.",
                "{\"a\": true}|must be a text, not true or false.",
                "[]|vars.json:1:1: Var-file 'vars.json' must hold a JSON object, not a list.",
                "null|Var-file 'vars.json' must hold a JSON object, not null.",
                "''|vars.json:1:1: The file is empty",
                "{\"a\": \"b|The JSON text ends too early",
            })
    void saysWhatIsWrongWithAVarFile(String text, String said) throws IOException {
        terminal.write("vars.json", text);

        assertThat(terminal.run("validate", "-var-file=vars.json", "good.json")).isEqualTo(1);
        assertThat(terminal.printed()).contains(said).doesNotContain("\tat ");
    }

    @Test
    void saysWhyAVarFileCannotBeRead() throws IOException {
        Files.createDirectory(directory.resolve("folder"));
        Files.write(directory.resolve("wide.json"), "{}".getBytes(StandardCharsets.UTF_16));

        assertThat(terminal.run("validate", "-var-file=folder", "good.json")).isEqualTo(1);
        assertThat(terminal.printed()).contains("Could not read var-file 'folder': it is a directory.");
        assertThat(terminal.run("build", "-var-file=gone.json", "good.json")).isEqualTo(1);
        assertThat(terminal.printed()).contains("Could not read var-file 'gone.json': no such file or directory.");
        assertThat(terminal.run("inspect", "-var-file=wide.json", "good.json")).isEqualTo(1);
        assertThat(terminal.printed()).contains("Could not read var-file 'wide.json': it is not UTF-8 text.");
    }

    @Test
    void saysThatAFileMayNotBeRead() throws IOException {
        Path vars = directory.resolve("vars.json");
        terminal.write("vars.json", "{}");
        Files.setPosixFilePermissions(vars, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(vars)).as("root reads everything").isFalse();

        assertThat(terminal.run("validate", "-var-file=vars.json", "good.json")).isEqualTo(1);
        assertThat(terminal.printed()).contains("Could not read var-file 'vars.json': permission denied.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "q\\\"uote", "../up", "emoji-😀", "it's", "-only", "%s%n"})
    void buildsWhateverABuildIsCalled(String name) throws IOException {
        terminal.write("odd.json", """
                {"builders": [%s, "name": "%s"}],
                 "provisioners": [{"type": "shell-local", "inline": ["echo \\"is $PACKER_BUILD_NAME\\""]}],
                 "post-processors": ["manifest"]}
                """.formatted(NULL_BUILDER, name));

        assertThat(terminal.run("build", "odd.json")).as(terminal.printed()).isZero();

        String plain = name.replace("\\", "");
        assertThat(terminal.printed())
                .contains("    " + plain + ": is " + plain)
                .contains("--> " + plain + ": ");
        assertThat(directory.resolve("packer-manifest.json")).content().contains("\"name\": \"" + name + "\"");
        assertThat(directory.resolveSibling("up")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0007b", "x\\u202ey", "", "  ", "a\\nb"})
    void refusesNamesThatNobodyCanPrint(String name) throws IOException {
        terminal.write("odd.json", "{\"builders\": [" + NULL_BUILDER + ", \"name\": \"" + name + "{{/* */}}\"}]}");

        assertThat(terminal.run("validate", "odd.json")).isEqualTo(1);
        assertThat(terminal.printed()).contains("The name of this builder ").contains("odd.json:1:");
    }

    @Test
    void readsTenMegabytes() throws IOException {
        String builders = IntStream.range(0, 20_000)
                .mapToObj(i -> NULL_BUILDER + ", \"name\": \"build-" + i + "\"}" + " ".repeat(450))
                .collect(Collectors.joining(","));
        terminal.write("big.json", "{\"builders\": [" + builders + "]}");
        assertThat(Files.size(directory.resolve("big.json"))).isGreaterThan(10_000_000);

        assertThat(terminal.run("validate", "big.json")).as(terminal.printed()).isZero();
    }

    @Test
    void showsTheFirstHundredOfManyProblems() throws IOException {
        String options = IntStream.range(0, 50_000)
                .mapToObj(i -> ", \"option_" + i + "\": \"" + "x".repeat(190) + "\"")
                .collect(Collectors.joining());
        terminal.write("big.json", "{\"builders\": [" + NULL_BUILDER + options + "}]}");
        assertThat(Files.size(directory.resolve("big.json"))).isGreaterThan(10_000_000);

        assertThat(terminal.run("validate", "big.json")).isEqualTo(1);
        assertThat(terminal.printed().lines().filter(line -> line.startsWith("Error: ")))
                .hasSize(101)
                .contains("Error: There are 49900 more problems.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/dev/null|The file is empty",
                "/dev/zero|it is larger than 16 MiB",
                "folder|Could not read template 'folder': it is a directory",
                "gone.json|Could not read template 'gone.json': no such file or directory.",
                "x.pkr.hcl|is written in HCL2",
                "x.pkr.json|is written in HCL2",
            })
    void saysWhyATemplateCannotBeRead(String template, String said) throws IOException {
        Files.createDirectory(directory.resolve("folder"));
        for (String command : new String[] {"build", "validate", "inspect", "fix"}) {
            assertThat(terminal.run(command, template)).as(command).isEqualTo(1);
            assertThat(terminal.printed()).as(command).contains(said).doesNotContain("\tat ");
        }
    }

    @Test
    void readsAHundredThousandVariables() throws IOException {
        String variables = IntStream.range(0, 100_000)
                .mapToObj(i -> "\"v" + i + "\": \"" + (i == 0 ? "x" : "{{user `v" + (i - 1) + "`}}") + "\"")
                .collect(Collectors.joining(","));
        terminal.write("many.json", "{\"builders\": [" + NULL_BUILDER + "}], \"variables\": {" + variables + "}}");

        assertThat(terminal.run("validate", "many.json")).as(terminal.printed()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"{{, 2000000", "{{`x`}}, 100000", "{{if 1}}, 200000", "{{(, 500000", "[, 9000000"})
    void endsWithTextsThatNobodyWrites(String piece, int times) throws IOException {
        terminal.write(
                "odd.json", "{\"builders\": [" + NULL_BUILDER + ", \"ssh_host\": \"" + piece.repeat(times) + "\"}]}");

        int exit = terminal.run("validate", "odd.json");

        assertThat(exit).isEqualTo(piece.equals("[") || piece.equals("{{`x`}}") ? 0 : 1);
        assertThat(terminal.printed()).hasSizeLessThan(5000).doesNotContain("\tat ");
    }

    @Test
    void endsWithTenMillionBrackets() throws IOException {
        terminal.write("deep.json", "[".repeat(10_000_000));

        assertThat(terminal.run("validate", "deep.json")).isEqualTo(1);
        assertThat(terminal.printed()).contains("nested deeper than 200 levels").doesNotContain("\tat ");
    }
}
