package io.jenkins.plugins.packerbuild.engine.postprocessor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessing;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorSettings;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class ShellLocalPostProcessorTest {

    private static final Artifact ARTIFACT = new Artifact(
            "web", "amazon-ebs", "mitchellh.amazonebs", "us-east-1:ami-1", "AMIs were created", List.of(), List.of());

    @TempDir
    Path directory;

    private final RecordingListener listener = new RecordingListener();

    @Test
    void handsOnTheArtifactThatItWasGivenAndKeepsIt() {
        PostProcessor.Outcome outcome =
                process("{\"inline\": [\"echo {{build `ID`}} $PACKER_BUILD_NAME $PACKER_RUN_UUID\"]}");

        assertThat(outcome.artifact()).containsSame(ARTIFACT);
        assertThat(outcome.keep()).isEqualTo(PostProcessor.Keep.ALWAYS);
        assertThat(listener.said().get(0)).startsWith("say: Running local shell script: ");
        assertThat(listener.said()).endsWith("message: i-1 web run-1");
    }

    @Test
    void takesACommandOfOneTextAsACommandLine() {
        process("{\"execute_command\": [\"echo before; {{.Vars}} {{.Script}}; echo after\"],"
                + " \"environment_vars\": [\"A=b c\"], \"inline\": [\"echo $A\"]}");

        assertThat(listener.said()).endsWith("message: before", "message: b c", "message: after");
    }

    @Test
    void keepsTheArtifactAlsoWhereItIsForAnotherSystem() {
        PostProcessor.Outcome outcome = process("{\"only_on\": [\"windows\"], \"inline\": [\"echo here\"]}");

        assertThat(outcome.artifact()).containsSame(ARTIFACT);
        assertThat(listener.said()).containsExactly("say: Skipping shell-local due to runtime OS");
    }

    @Test
    void failsWithItsScript() {
        assertThatThrownBy(() -> process("{\"inline\": [\"exit 2\"]}"))
                .isInstanceOf(BuildException.class)
                .hasMessage("Script exited with non-zero exit status: 2.Allowed exit codes are: [0]");
    }

    private PostProcessor.Outcome process(String json) {
        TestOptions options = TestOptions.ofProvisioner("shell-local", json, Map.of());
        RunFacts facts = new RunFacts(Instant.EPOCH, directory, directory, Map.of("PATH", System.getenv("PATH")));
        PostProcessor postProcessor = new ShellLocalPostProcessorType()
                .prepare(options.options(), new PostProcessorSettings("web", "amazon-ebs", false, facts));
        assertThat(options.problems()).isEmpty();
        StepRunner scope = new StepRunner(
                new Narrator("web (shell-local)", listener), new Cancellation(), Clock.system(), OnError.CLEANUP);
        return postProcessor.process(
                ARTIFACT,
                new PostProcessing(new RunIdentity("run-1", Instant.EPOCH), scope, Map.of("ID", "i-1"), text -> text));
    }
}
