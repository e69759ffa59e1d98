package io.jenkins.plugins.packerbuild.engine.postprocessor.artifice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessing;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorSettings;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtificeTest {

    @TempDir
    private Path directory;

    private final RecordingListener told = new RecordingListener();

    @BeforeEach
    void makeFiles() throws IOException {
        Files.createDirectories(directory.resolve("o/p"));
        for (String file : List.of("o/b.bin", "o/a.bin", "o/p/c", "o/^x", ".h", "a-b", "[z]")) {
            Files.createFile(directory.resolve(file));
        }
    }

    /** As Packer finds them, tried with its 1.6.6. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "o/*.bin|o/a.bin,o/b.bin",
                "o//a.bin|o//a.bin",
                "./o/../o/[ab].bin|o/a.bin,o/b.bin",
                "o/*/c|o/p/c",
                "*/*/*|o/p/c",
                "*|.h,[z],a-b,o",
                "o/|o/",
                "o/[^a-z]*|o/^x",
                "o/[\\^]x|o/^x",
                "\\[z]|[z]",
                "a[\\-]b|a-b",
                "?.bin|''",
                "nope*|''",
                "nope|''",
            })
    void findsFilesAsGoDoes(String pattern, String found) throws IOException {
        assertThat(String.join(",", Glob.parse(pattern).find(directory))).isEqualTo(found);
    }

    @Test
    void makesAnArtifactOfTheFilesThatItFinds() {
        PostProcessor.Outcome outcome = process("{\"files\": [\"o/*.bin\", \"o/a.bin\"]}", "old.img", "old.vmdk");

        Artifact made = outcome.artifact().orElseThrow();
        assertThat(made.files()).containsExactly("o/a.bin", "o/b.bin", "o/a.bin");
        assertThat(made.builderId()).isEqualTo("packer.post-processor.artifice");
        assertThat(made.packerId()).isEmpty();
        assertThat(made.description()).isEqualTo("Created artifact from files: o/a.bin, o/b.bin, o/a.bin");
        assertThat(outcome.keep()).isEqualTo(PostProcessor.Keep.UNLESS_REFUSED);
        assertThat(told.said())
                .containsExactly(
                        "say: Discarding files from artifact: old.img, old.vmdk",
                        "say: Using these artifact files: o/a.bin, o/b.bin, o/a.bin");
    }

    @Test
    void makesAnEmptyArtifactWhenNothingIsFound() {
        PostProcessor.Outcome outcome = process("{\"files\": \"nope*\"}");

        assertThat(outcome.artifact().orElseThrow().files()).isEmpty();
        assertThat(told.said()).containsExactly("say: Using these artifact files: ");
    }

    @Test
    void failsForALinkToNothing() throws IOException {
        Files.createSymbolicLink(directory.resolve("broken"), Path.of("nowhere"));

        assertThatThrownBy(() -> process("{\"files\": [\"bro*\"]}"))
                .hasMessageContaining("Could not take file 'broken' into the artifact: stat broken: no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"files\": []}"})
    void wantsFiles(String options) {
        assertThat(problems(options)).containsExactly("No files specified in artifice configuration.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/[b", "[]a", "a\\\\", "[a-", "[-x]", "[z-a]"})
    void refusesAPatternThatIsNone(String pattern) {
        assertThat(problems("{\"files\": [\"" + pattern + "\"]}"))
                .singleElement()
                .asString()
                .contains("syntax error in pattern");
    }

    private List<String> problems(String options) {
        TestOptions given = TestOptions.ofPostProcessor("artifice", options, Map.of());
        new ArtificeType().prepare(given.options(), settings());
        return given.collector().problems().stream()
                .map(problem -> problem.message())
                .toList();
    }

    private PostProcessor.Outcome process(String options, String... files) {
        TestOptions given = TestOptions.ofPostProcessor("artifice", options, Map.of());
        PostProcessor postProcessor = new ArtificeType().prepare(given.options(), settings());
        given.options().finish();
        given.collector().throwIfAny();
        StepRunner scope = new StepRunner(
                new Narrator("web (artifice)", told), new Cancellation(), new VirtualClock(), OnError.CLEANUP);
        return postProcessor.process(
                new Artifact("web", "file", "packer.file", "File", "d", List.of(), List.of(files)),
                new PostProcessing(new RunIdentity("run-1", Instant.EPOCH), scope, Map.of(), text -> text));
    }

    private PostProcessorSettings settings() {
        return new PostProcessorSettings(
                "web", "file", false, new RunFacts(Instant.EPOCH, directory, directory, Map.of()));
    }
}
