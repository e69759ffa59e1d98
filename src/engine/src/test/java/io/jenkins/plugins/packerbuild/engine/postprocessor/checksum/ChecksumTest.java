package io.jenkins.plugins.packerbuild.engine.postprocessor.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorBench;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTest {

    @TempDir
    private Path directory;

    private PostProcessorBench bench = PostProcessorBench.in(Path.of(""));

    @BeforeEach
    void makeFile() throws IOException {
        bench = PostProcessorBench.in(directory);
        Files.writeString(directory.resolve("a.img"), "hello");
    }

    /** As the programs of these names compute them. */
    @ParameterizedTest
    @CsvSource({
        "md5, 5d41402abc4b2a76b9719d911017c592",
        "sha1, aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d",
        "sha224, ea09ae9cc6768c50fcee903ed054556e5bfc8347907f12598aa24193",
        "sha256, 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
        "sha384, 59e1748777448c69de6b800d7a33bbfb9ff1b463e44354c3553bcdb9c666fa90125a3c79f90397bdf5f6a13de828684f",
        "sha512, 9b71d224bd62f3785d96d46ad3ea3d73319bfbc2890caadae2dff72519673ca72323c3d99ba5c11d7c7acc6e14b8c5da0c4663475c2e5c3adef46f73bcdec043"
    })
    void computesEachType(String type, String sum) throws IOException {
        Artifact made = bench.process(
                new ChecksumType(),
                "{\"checksum_types\": \"" + type + "\", \"output\": \"{{.ChecksumType}}\"}",
                "a.img");

        assertThat(directory.resolve(type)).content().isEqualTo(sum + "\ta.img\n");
        assertThat(made.files()).containsExactly("a.img", type);
        assertThat(made.description()).isEqualTo("Created artifact from files: a.img, " + type);
        assertThat(bench.there()).containsExactly("a.img", type);
    }

    @Test
    void beginsAnewWithEachRunAndAddsWithinOne() throws IOException {
        String options = "{\"output\": \"sums\"}";
        bench.process(new ChecksumType(), options, "a.img");

        ChecksumType ofThisRun = new ChecksumType();
        bench.processOf("web", ofThisRun, options, "a.img");
        bench.processOf("api", ofThisRun, options, "a.img");

        assertThat(directory.resolve("sums"))
                .content()
                .isEqualTo("5d41402abc4b2a76b9719d911017c592\ta.img\n".repeat(2));
    }

    @Test
    void writesNothingForAnArtifactWithoutFiles() throws IOException {
        Artifact made = bench.process(new ChecksumType(), "{}");

        assertThat(made.files()).isEmpty();
        assertThat(bench.there()).containsExactly("a.img");
    }

    @Test
    void refusesATypeThatItDoesNotKnow() {
        assertThat(bench.problems(new ChecksumType(), "{\"checksum_types\": [\"md5\", \"zz\"]}"))
                .singleElement()
                .asString()
                .contains("Unrecognized checksum type: zz");
    }

    @Test
    void failsForAFileThatIsMissingAndLeavesNothing() throws IOException {
        assertThatThrownBy(() -> bench.process(new ChecksumType(), "{\"output\": \"sums\"}", "a.img", "gone.img"))
                .hasMessageContaining("unable to open file gone.img")
                .hasMessageContaining("no such file or directory");
        assertThat(bench.there()).containsExactly("a.img");
    }

    @Test
    void neverReplacesAFileThatItIsToReadForAnArtifact() {
        assertThatThrownBy(() -> bench.process(new ChecksumType(), "{\"output\": \"./a.img\"}", "a.img"))
                .hasMessageContaining("it is one of the files that they are of");
        assertThat(directory.resolve("a.img")).content().isEqualTo("hello");
    }

    @Test
    void failsWhereNoFileCanBe() throws IOException {
        assertThatThrownBy(() -> bench.process(new ChecksumType(), "{\"output\": \"a.img/sums\"}", "a.img"))
                .hasMessageContaining("Could not write checksum file 'a.img/sums'");
        assertThatThrownBy(() -> bench.process(new ChecksumType(), "{\"output\": \"/dev/full\"}", "a.img"))
                .hasMessageContaining("Could not write checksum file '/dev/full'");
        assertThat(bench.there()).containsExactly("a.img");
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        bench.cancellation().cancel("a test wants it");

        assertThatThrownBy(() -> bench.process(new ChecksumType(), "{\"output\": \"sums\"}", "a.img"))
                .isInstanceOf(CancelledException.class);
        assertThat(bench.there()).containsExactly("a.img");
    }
}
