package io.jenkins.plugins.packerbuild.injenkins;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.metadata.PackerRunAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.BuildWatcherExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** docs/examples/demo.Jenkinsfile does what it says; only what was packaged before is not packaged again. */
@WithJenkins
class DemoIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @RegisterExtension
    static final BuildWatcherExtension WATCHER = new BuildWatcherExtension();

    @Test
    void theDemoBuildsBothImagesAndLeavesNoSimulator(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = Jobs.pipeline(jenkins, "demo", script());

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("AMI: ami-", run);
        jenkins.assertLogContains("Snapshot: ", run);
        assertThat(run.getAction(PackerRunAction.class).getArtifacts())
                .extracting("builder")
                .containsExactly("amazon-ebs", "digitalocean");
        Path workspace = jenkins.jenkins.getRootDir().toPath().resolve("workspace/demo");
        Deadline.of(Duration.ofSeconds(20))
                .until(
                        "the simulator has ended",
                        () -> Jobs.processes("simulator.jar").stream().noneMatch(process -> isIn(process, workspace)));
    }

    private static String script() throws Exception {
        String script = Files.readString(ROOT.resolve("docs/examples/demo.Jenkinsfile"));
        String checkout = "sh 'mkdir -p src/simulator && cp -r \"" + ROOT + "/docs\" . && cp -r \"" + ROOT
                + "/src/simulator/target\" src/simulator/'";
        return script.replace("node('linux')", "node")
                .replace("checkout scm", checkout)
                .replace("sh 'mvn -B -q -DskipTests package'", "echo 'packaged before'");
    }

    private static boolean isIn(ProcessHandle process, Path workspace) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .equals(workspace);
        } catch (IOException e) {
            return false;
        }
    }
}
