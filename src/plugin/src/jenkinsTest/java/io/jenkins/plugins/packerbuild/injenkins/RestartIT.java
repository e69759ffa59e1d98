package io.jenkins.plugins.packerbuild.injenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.packerbuild.metadata.PackerRunAction;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.BuildWatcherExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A clean restart of the controller in the middle of a build: scenario 8. */
class RestartIT {

    @RegisterExtension
    static final BuildWatcherExtension WATCHER = new BuildWatcherExtension();

    @RegisterExtension
    final JenkinsSessionExtension controller = new JenkinsSessionExtension();

    @TempDir
    Path directory;

    @Test
    void theStepGoesOnAndNothingIsLostOrDoubled() throws Throwable {
        try (Simulator simulator = Simulator.start(directory, "--factor=1")) {
            controller.then(jenkins -> {
                WorkflowRun run = Jobs.start(Jobs.pipeline(
                        jenkins,
                        "survives",
                        Templates.pipeline(
                                Templates.example(),
                                "def images = packerBuild template: 'template.json', varFiles: ['"
                                        + simulator.varFile() + "']\n"
                                        + "echo \"success: ${images.success}\"")));
                Jobs.awaitLine(run, "Instance ID");
            });
            controller.then(jenkins -> {
                WorkflowRun run = last(jenkins, "survives");
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
                jenkins.assertLogContains("success: true", run);
                assertThat(Jobs.lines(run, "Instance ID")).hasSize(1);
                assertThat(Jobs.lines(run, "Build 'amazon-ebs' finished")).hasSize(1);
                assertThat(Jobs.lines(run, "Build 'digitalocean' finished")).hasSize(1);
                PackerRunAction action = run.getAction(PackerRunAction.class);
                assertThat(action.getArtifacts()).extracting("builder").containsExactly("amazon-ebs", "digitalocean");
                assertThat(action.getSessions()).hasSize(1);
            });
        }
    }

    @Test
    void anAbortAfterTheRestartStillCleansUp() throws Throwable {
        try (SilentHost host = new SilentHost(1)) {
            controller.then(jenkins -> {
                WorkflowRun run = Jobs.start(Jobs.pipeline(
                        jenkins,
                        "aborted",
                        Templates.pipeline(Templates.waitingFor(host), "packerBuild 'template.json'")));
                host.await();
                Jobs.awaitLine(run, "[slow] ");
            });
            controller.then(jenkins -> {
                WorkflowRun run = last(jenkins, "aborted");
                jenkins.waitForMessage("Resuming build", run);
                Jobs.abort(run);
                jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
                jenkins.assertLogContains("The engine cleans up", run);
                Jobs.awaitNoSession(jenkins.jenkins.getRootDir().toPath());
            });
        }
    }

    private static WorkflowRun last(JenkinsRule jenkins, String name) {
        return jenkins.jenkins.getItemByFullName(name, WorkflowJob.class).getLastBuild();
    }
}
