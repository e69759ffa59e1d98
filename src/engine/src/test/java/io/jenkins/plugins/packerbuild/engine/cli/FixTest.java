package io.jenkins.plugins.packerbuild.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sweeps the folders of {@code resources/fix}: {@code in.json} is a template, {@code out.json} what Packer 1.6.6 prints of
 * it with {@code fix -validate=false}. Where packer is installed it is asked again; {@code -Dfix.update=true} renews.
 */
class FixTest {

    private static final Path CASES = Path.of("src/test/resources/fix");
    private static final Path PACKER = Path.of("/usr/bin/packer");

    @TempDir
    Path work;

    private TestTerminal terminal;

    @BeforeEach
    void open() {
        terminal = new TestTerminal(work);
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsWhatPackerPrints(String name) throws IOException {
        String in = CASES.resolve(name).resolve("in.json").toAbsolutePath().toString();

        assertThat(terminal.run("fix", "-validate=false", in)).isZero();
        assertThat(terminal.printed()).isEqualTo(Files.readString(CASES.resolve(name + "/out.json")));
        assertThat(terminal.logged()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasRecordedWhatPackerPrints(String name) throws Exception {
        Assumptions.assumeTrue(Files.exists(PACKER), "packer is not installed: nothing to compare with");
        Path recorded = CASES.resolve(name + "/out.json");

        String printed = packer(CASES.resolve(name + "/in.json"));

        if (Boolean.getBoolean("fix.update")) {
            Files.writeString(recorded, printed);
        }
        assertThat(Files.readString(recorded)).isEqualTo(printed);
    }

    private static String packer(Path in) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(PACKER.toString(), "fix", "-validate=false", in.toString());
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return printed;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void changesNothingMoreOfWhatIsFixed(String name) throws IOException {
        String fixed = Files.readString(CASES.resolve(name + "/out.json"));

        assertThat(terminal.runWith(fixed, "fix", "-validate=false", "-")).isZero();
        assertThat(terminal.printed()).isEqualTo(fixed);
    }

    @Test
    void checksWhatItHasPrinted() throws IOException {
        terminal.write("t.json", """
                {"builders": [{"type": "null"}], "provisioners": [{"type": "shell", "only": ["nobody"]}], "x": 1}
                """);

        assertThat(terminal.run("fix", "t.json")).isEqualTo(1);
        assertThat(terminal.printed())
                .startsWith("{\n  \"builders\": [\n")
                .contains(
                        "Error: t.json (fixed):10:9: Provisioner 1: 'only' specified builder 'nobody' not found",
                        "Unknown root level key in template: 'x'");
        assertThat(terminal.run("fix", "-validate=false", "t.json")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "",
                "{\"builders\": [",
                "{\"builders\": {}}",
                "{\"builders\": [\"x\"]}",
                "{\"builders\": [], \"post-processors\": \"manifest\"}",
                "{\"builders\": [{\"type\": \"amazon-ebs\", \"ssh_private_ip\": \"perhaps\"}]}",
                "{\"builders\": [{\"type\": \"null\", \"a\": 1, \"a\": 2}]}"
            })
    void tellsWhatCannotBeFixed(String text) throws IOException {
        terminal.write("t.json", text);

        assertThat(terminal.run("fix", "t.json")).isEqualTo(1);
        assertThat(terminal.printed()).startsWith("Error: ").doesNotContain("Exception");
        assertThat(terminal.printed().lines().filter(line -> !line.isBlank())).hasSize(2);
    }

    @Test
    void keepsEveryDigitOfANumber() throws IOException {
        terminal.write("t.json", "{\"builders\": [{\"type\": \"null\", \"id\": 123456789012345678}]}");

        assertThat(terminal.run("fix", "t.json")).isZero();
        assertThat(terminal.printed()).contains("\"id\": 123456789012345678,");
    }

    @Test
    void keepsOverridesThatAreThere() throws IOException {
        terminal.write("t.json", """
                {"builders": [{"type": "null"}],
                 "post-processors": [{"type": "vagrant", "override": {"docker": {"a": "1"}}, "aws": {"b": "2"}}]}
                """);

        assertThat(terminal.run("fix", "t.json")).isZero();
        assertThat(terminal.printed()).contains("\"docker\": {", "\"aws\": {");
    }

    @Test
    void printsOneRecordForPrograms() throws IOException {
        terminal.write("t.json", "{\"builders\": [{\"type\": \"proxmox\"}]}");

        assertThat(terminal.run("fix", "-machine-readable", "t.json")).isZero();
        assertThat(terminal.records())
                .isEqualTo(
                        ",ui,say,{\\n  \"builders\": [\\n    {\\n      \"type\": \"proxmox-iso\"\\n    }\\n  ]\\n}\\n\n");
    }

    @Test
    void listsItsFixesInTheUsage() {
        assertThat(terminal.run("fix", "-h")).isZero();
        assertThat(terminal.printed()).contains("iso-md5  ", "proxmox-type  ");
    }
}
