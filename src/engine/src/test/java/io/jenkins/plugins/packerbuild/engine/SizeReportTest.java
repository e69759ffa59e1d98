package io.jenkins.plugins.packerbuild.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints what is larger than we like. Fails nothing for that: some code reads better long. */
class SizeReportTest {

    @TempDir
    private Path folder;

    @Test
    void namesWhatIsTooLarge() throws IOException {
        Path file = Files.writeString(
                folder.resolve("Big.java"),
                "record Big(int a, int b, int c, int d, int e, int f, int g, int h) {\n    static int COUNT;\n"
                        + "    void many(int a, int b, int c, int d, int e, int f) {}\n    void run() {"
                        + "\n".repeat(400) + "    }\n}\n");

        assertThat(SizeReport.offenders(List.of(file)))
                .containsExactly(
                        "Big.java:1 file: 405 lines (400)",
                        "Big.java:1 type Big: 8 fields (7)",
                        "Big.java:3 method many: 6 parameters (5)",
                        "Big.java:4 method run: 401 lines (33)");
    }

    @Test
    void countsTheCodeOfAPluginsFile() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/plugin/src/main/java"));
        Path file = Files.writeString(
                sources.resolve("Long.java"),
                "/** Long. */\nclass Long {\n" + "\n    // code\n    int a();\n".repeat(120) + "}\n");

        assertThat(SizeReport.offenders(List.of(file))).isEmpty();

        Files.writeString(file, "class Long {\n" + "    int a();\n".repeat(160) + "}\n");

        assertThat(SizeReport.offenders(List.of(file)))
                .containsExactly("Long.java:1 file of the plugin: 162 lines of code (150)");
    }

    @Test
    void saysNothingOfWhatIsSmall() throws IOException {
        Path file = Files.writeString(folder.resolve("Small.java"), "class Small {\n    int a;\n}\n");

        assertThat(SizeReport.offenders(List.of(file))).isEmpty();
    }

    @Test
    void printsTheReportOfThisProject() throws IOException {
        List<Path> sources = SizeReport.sources(Path.of(System.getProperty("project.root")));

        List<String> offenders = SizeReport.offenders(sources);

        assertThat(sources).hasSizeGreaterThan(300);
        System.out.println("Size report: " + offenders.size() + " of " + sources.size() + " files' parts are large.");
        offenders.forEach(line -> System.out.println("  " + line));
    }
}
