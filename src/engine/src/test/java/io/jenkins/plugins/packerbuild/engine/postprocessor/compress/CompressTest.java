package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorBench;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.XZInputStream;

class CompressTest {

    private static final int TAR_BLOCK = 512;

    @TempDir
    private Path directory;

    private PostProcessorBench bench = PostProcessorBench.in(Path.of(""));
    private byte[] content = {};

    /** More than a block of each format, half of it compressible. */
    @BeforeEach
    void makeFile() throws IOException {
        bench = PostProcessorBench.in(directory);
        content = new byte[3 * 1024 * 1024 + 17];
        byte[] noise = new byte[content.length / 2];
        new Random(17).nextBytes(noise);
        System.arraycopy(noise, 0, content, 0, noise.length);
        Files.write(directory.resolve("a.img"), content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.gz", "x.bgzf", "x.lz4", "x.xz"})
    void compressesOneFile(String name) throws IOException {
        for (int level : new int[] {0, 1, 9}) {
            Artifact made = compress(name, level);

            assertThat(decompressed(name)).as("level %s", level).isEqualTo(content);
            assertThat(made.files()).containsExactly(name);
            assertThat(made.description()).isEqualTo("compressed artifacts in: " + name);
        }
        assertThat(bench.there()).containsExactly("a.img", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.tar", "x.tar.gz", "x.tar.bgzf", "x.tar.lz4", "x.tar.xz", "x", "x.box"})
    void makesATarOfIt(String name) throws IOException {
        compress(name, 1);

        byte[] tar = name.endsWith(".tar") ? Files.readAllBytes(directory.resolve(name)) : decompressed(name);
        assertThat(text(tar, 0, 100)).isEqualTo("a.img");
        assertThat(Integer.parseInt(text(tar, 124, 11), 8)).isEqualTo(content.length);
        assertThat(text(tar, 136, 11)).as("no time").isEqualTo("00000000000");
        assertThat(Arrays.copyOfRange(tar, TAR_BLOCK, TAR_BLOCK + content.length))
                .isEqualTo(content);
        assertThat(tar.length % TAR_BLOCK).isZero();
    }

    @Test
    void makesAZipWithTheNamesAsTheyAreGiven() throws IOException {
        Files.createDirectories(directory.resolve("sub"));
        Files.writeString(directory.resolve("sub/b.txt"), "b");

        bench.process(new CompressType(), "{\"output\": \"x.zip\"}", "a.img", "sub/b.txt", "a.img");

        try (ZipFile zip = new ZipFile(directory.resolve("x.zip").toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName())).containsExactly("a.img", "sub/b.txt");
            assertThat(zip.getInputStream(zip.getEntry("a.img")).readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void isTheSameEveryTime() throws IOException {
        for (String name : new String[] {"x.tar.gz", "x.zip", "x.tar.xz"}) {
            compress(name, 0);
            byte[] first = Files.readAllBytes(directory.resolve(name));
            compress(name, 0);

            assertThat(directory.resolve(name)).hasBinaryContent(first);
        }
    }

    @Test
    void tellsFilesWithTheSameBaseNameApart() throws IOException {
        for (String folder : new String[] {"one", "two"}) {
            Files.createDirectories(directory.resolve(folder));
            Files.writeString(directory.resolve(folder).resolve("disk"), folder);
        }

        bench.process(new CompressType(), "{\"output\": \"x.tar\"}", "one/disk", "two/disk");

        byte[] tar = Files.readAllBytes(directory.resolve("x.tar"));
        assertThat(text(tar, 0, 100)).isEqualTo("one/disk");
        assertThat(text(tar, 2 * TAR_BLOCK, 100)).isEqualTo("two/disk");
        assertThat(text(tar, 3 * TAR_BLOCK, 100)).isEqualTo("two");
    }

    @Test
    void takesOneFileOnlyWithoutAContainer() throws IOException {
        Files.writeString(directory.resolve("b"), "b");

        assertThatThrownBy(() -> bench.process(new CompressType(), "{\"output\": \"x.gz\"}", "a.img", "b"))
                .hasMessageContaining("Can only have 1 input file when not using tar/zip. Found 2 files: [a.img b]");
        assertThat(bench.there()).containsExactly("a.img", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.tar.gz", "x.zip", "x.xz"})
    void leavesNothingWhenAFileIsMissing(String name) throws IOException {
        assertThatThrownBy(() -> bench.process(new CompressType(), output(name, 0), "gone.img"))
                .hasMessageContaining("gone.img")
                .hasMessageContaining("no such file or directory");
        assertThat(bench.there()).containsExactly("a.img");
    }

    @Test
    void leavesWhatIsThereWhenAFileIsMissing() throws IOException {
        Files.writeString(directory.resolve("x.tar"), "of yesterday");

        assertThatThrownBy(() -> bench.process(new CompressType(), output("x.tar", 0), "a.img", "gone.img"))
                .hasMessageContaining("gone.img");
        assertThat(directory.resolve("x.tar")).content().isEqualTo("of yesterday");
        assertThat(bench.there()).containsExactly("a.img", "x.tar");
    }

    @Test
    void neverReplacesWhatGoesIntoIt() {
        assertThatThrownBy(() -> compress("./a.img", 0)).hasMessageContaining("it is one of the files that go into it");
        assertThat(directory.resolve("a.img")).hasBinaryContent(content);
    }

    @Test
    void failsWhereNoFileCanBe() throws IOException {
        assertThatThrownBy(() -> compress("a.img/x.tar", 0))
                .hasMessageContaining("Unable to create dir for archive a.img/x.tar");
        assertThatThrownBy(() -> compress("/dev/full", 0)).hasMessageContaining("Unable to create archive /dev/full");
        assertThat(bench.there()).containsExactly("a.img");
    }

    @Test
    void stopsWhenCancelledAndLeavesNothing() throws IOException {
        bench.cancellation().cancel("a test wants it");

        assertThatThrownBy(() -> compress("x.tar.xz", 0)).isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> compress("x.gz", 0)).isInstanceOf(CancelledException.class);
        assertThat(bench.there()).containsExactly("a.img");
    }

    private Artifact compress(String name, int level) {
        return bench.process(new CompressType(), output(name, level), "a.img");
    }

    private static String output(String name, int level) {
        return "{\"output\": \"" + name + "\", \"compression_level\": " + level + "}";
    }

    private byte[] decompressed(String name) throws IOException {
        InputStream bytes = new ByteArrayInputStream(Files.readAllBytes(directory.resolve(name)));
        try (InputStream stream = name.endsWith(".xz")
                ? new XZInputStream(bytes)
                : name.endsWith(".lz4") ? new LZ4FrameInputStream(bytes) : new GZIPInputStream(bytes)) {
            return stream.readAllBytes();
        }
    }

    private static String text(byte[] bytes, int from, int most) {
        String text = new String(bytes, from, most, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
