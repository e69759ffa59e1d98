package io.jenkins.plugins.packerbuild.engine.builder.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeCommunicator;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeConnector;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.ledger.MemoryLedger;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTypeTest {

    private static final BuilderSettings SETTINGS = new BuilderSettings("web", false, List.of(), TestOptions.FACTS);

    private final RecordingListener listener = new RecordingListener();

    @TempDir
    Path folder = Path.of("");

    @Test
    void writesContentForItsOwnerOnly() throws IOException {
        Path target = folder.resolve("a/b/note.txt");

        Artifact artifact = build("'content':'hello','target':'" + target + "'");

        assertThat(target).hasContent("hello");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
        assertThat(artifact.description()).isEqualTo("Stored file: " + target);
        assertThat(artifact.files()).containsExactly(target.toString());
        assertThat(artifact.builderId()).isEqualTo("packer.file");
        assertThat(artifact.packerId()).isEqualTo("File");
        assertThat(listener.said()).isEmpty();
    }

    @Test
    void copiesASource() throws IOException {
        Path source = Files.writeString(folder.resolve("in"), "12345");
        Path target = Files.writeString(folder.resolve("out"), "old");

        build("'source':'" + source + "','target':'" + target + "'");

        assertThat(target).hasContent("12345");
        assertThat(listener.said()).containsExactly("say: Copying " + source + " to " + target, "say: Copied 5 bytes");
    }

    @Test
    void beginsRelativePathsAtTheWorkingDirectory() throws IOException {
        Files.writeString(folder.resolve("in"), "12345");
        RunFacts facts = new RunFacts(TestOptions.START, folder, folder, Map.of());

        Artifact artifact =
                build("'source':'in','target':'sub/out'", new BuilderSettings("web", false, List.of(), facts));

        assertThat(folder.resolve("sub/out")).hasContent("12345");
        assertThat(artifact.files()).containsExactly("sub/out");
        assertThat(listener.said()).containsExactly("say: Copying in to sub/out", "say: Copied 5 bytes");
    }

    @Test
    void leavesTheOldFileWhenTheSourceCannotBeRead() throws IOException {
        Path target = Files.writeString(folder.resolve("out"), "old");

        assertThatThrownBy(() -> build("'source':'" + folder.resolve("none") + "','target':'" + target + "'"))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("Could not write file '" + target + "'")
                .hasMessageContaining("no such file or directory");

        assertThat(target).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).containsExactly(target);
        }
    }

    @Test
    void refusesADirectoryAsSource() {
        assertThatThrownBy(() -> build("'source':'" + folder + "','target':'" + folder.resolve("out") + "'"))
                .hasMessageContaining("is a directory");
    }

    @Test
    void refusesSourceTogetherWithContentAndAMissingTarget() {
        TestOptions options = options("'source':'a','content':'b'");

        assertThat(new FileType().prepare(options.options(), SETTINGS)).isNotNull();

        assertThat(options.problems())
                .hasSize(2)
                .anyMatch(it -> it.contains("'target'") && it.contains("required"))
                .anyMatch(it -> it.contains("Cannot specify source file AND content"));
    }

    @Test
    void warnsOfAnEmptyFile() {
        TestOptions options = options("'target':'x'");

        assertThat(new FileType().prepare(options.options(), SETTINGS)).isNotNull();

        assertThat(options.problems()).isEmpty();
        assertThat(options.warnings()).hasSize(1).first().asString().contains("target will have no content");
    }

    private Artifact build(String json) {
        return build(json, SETTINGS);
    }

    private Artifact build(String json, BuilderSettings settings) {
        TestOptions options = options(json);
        ImageBuilder builder = new FileType().prepare(options.options(), settings);
        assertThat(options.problems()).isEqualTo(List.of());
        StepRunner runner =
                new StepRunner(new Narrator("web", listener), new Cancellation(), new VirtualClock(), OnError.CLEANUP);
        return runner.runAll(scope -> builder.build(new BuildContext(
                "web",
                new RunIdentity("run-1", Instant.EPOCH),
                scope,
                new MemoryLedger(),
                new FakeConnector(new FakeCommunicator()),
                (communicator, data, inScope) -> {})));
    }

    private static TestOptions options(String json) {
        return TestOptions.of(("{" + json + "}").replace('\'', '"'));
    }
}
