package io.jenkins.plugins.packerbuild.engine.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.artifact.Image;
import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactRemovalTest {

    @TempDir
    private Path directory;

    private final Cancellation cancellation = new Cancellation();
    private final List<Artifact> removedImages = new ArrayList<>();

    @Test
    void removesFilesOfTheWorkingDirectory() throws IOException {
        write("a.txt");
        write("b.txt");

        remove(files("a.txt", "missing.txt"));

        assertThat(names()).containsExactly("b.txt");
        assertThat(removedImages).isEmpty();
    }

    @Test
    void leavesAFileThatAnotherArtifactHasByWhateverName() throws IOException {
        write("a.txt");
        Files.createSymbolicLink(directory.resolve("link.txt"), Path.of("a.txt"));

        remove(files("a.txt", "./sub/../a.txt"), files("link.txt"));

        assertThat(directory.resolve("a.txt")).exists();
    }

    @Test
    void leavesADirectoryInWhichAnotherArtifactHasAFile() throws IOException {
        Files.createDirectories(directory.resolve("out/deep"));
        write("out/a.txt");
        write("out/deep/b.txt");
        write("out/deep/c.txt");

        remove(files("out"), files("out/deep/b.txt"));

        assertThat(directory.resolve("out/a.txt")).doesNotExist();
        assertThat(directory.resolve("out/deep/c.txt")).doesNotExist();
        assertThat(directory.resolve("out/deep/b.txt")).exists();

        remove(files("out"));

        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void leavesAFileInADirectoryThatAnotherArtifactHas() throws IOException {
        Files.createDirectory(directory.resolve("out"));
        write("out/a.txt");

        remove(files("out/a.txt"), files("out"));

        assertThat(directory.resolve("out/a.txt")).exists();
    }

    @Test
    void doesNotFollowALinkOutOfADirectory(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("precious.txt"), "x");
        Files.createDirectory(directory.resolve("out"));
        Files.createSymbolicLink(directory.resolve("out/link"), elsewhere);

        remove(files("out"));

        assertThat(directory.resolve("out")).doesNotExist();
        assertThat(elsewhere.resolve("precious.txt")).exists();
    }

    @Test
    void refusesToRemoveWhereTheBuildWorks() throws IOException {
        write("a.txt");

        for (String path : List.of(".", "..", directory.toString(), "/")) {
            assertThatThrownBy(() -> remove(files(path)))
                    .hasMessageContaining("Could not remove file '" + path + "'")
                    .hasMessageContaining("keep_input_artifact");
        }

        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void leavesImagesToTheirBuilder() {
        Artifact image = new Artifact("a", "x", "", "i", "d", List.of(new Image("i", "r", List.of("r"))), List.of());

        remove(image);

        assertThat(removedImages).containsExactly(image);
    }

    @Test
    void removesNothingOnceCancelled() throws IOException {
        write("a.txt");
        cancellation.cancel("enough");

        assertThatThrownBy(() -> remove(files("a.txt"))).isInstanceOf(CancelledException.class);

        assertThat(names()).containsExactly("a.txt");
    }

    private void remove(Artifact unwanted, Artifact... staying) {
        ImageBuilder builder = new ImageBuilder() {
            @Override
            public Artifact build(BuildContext context) {
                throw new IllegalStateException("not to be built");
            }

            @Override
            public void remove(Artifact artifact, RunIdentity run, BuildScope scope) {
                removedImages.add(artifact);
            }
        };
        Narrator narrator = new Narrator("a", new RecordingListener());
        StepRunner scope = new StepRunner(narrator, cancellation, new VirtualClock(), OnError.CLEANUP);
        new ArtifactRemoval(builder, new RunIdentity("run-1", Instant.EPOCH), scope, directory)
                .remove(unwanted, List.of(staying));
    }

    private void write(String name) throws IOException {
        Files.writeString(directory.resolve(name), "x");
    }

    private List<String> names() throws IOException {
        try (var list = Files.list(directory)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static Artifact files(String... files) {
        return new Artifact("a", "file", "packer.file", "File", "d", List.of(), List.of(files));
    }
}
