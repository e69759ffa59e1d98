package io.jenkins.plugins.packerbuild.injenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.packerbuild.metadata.PackerRunAction;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** The controller dies in the middle of a build, in a Jenkins with real plugin class loaders: scenarios 9 and 10. */
class CrashIT {

    @RegisterExtension
    final RealJenkinsExtension controller = new RealJenkinsExtension().withTimeout(600);

    @TempDir
    Path directory;

    @Test
    void aDurablePipelineGoesOn() throws Throwable {
        try (Simulator simulator = Simulator.start(directory, "--factor=1")) {
            String varFile = simulator.varFile();
            String template = Templates.example();
            controller.startJenkins();
            controller.runRemotely(CrashIT::begin, FlowDurabilityHint.MAX_SURVIVABILITY, template, varFile);
            controller.stopJenkinsForcibly();
            controller.startJenkins();
            controller.runRemotely(CrashIT::endsWell);
        }
    }

    @Test
    void ofOneThatCannotGoOnNothingIsLeft() throws Throwable {
        try (Simulator simulator = Simulator.start(directory, "--factor=1")) {
            String varFile = simulator.varFile();
            String template = Templates.example();
            controller.startJenkins();
            controller.runRemotely(CrashIT::begin, FlowDurabilityHint.PERFORMANCE_OPTIMIZED, template, varFile);
            controller.stopJenkinsForcibly();
            controller.startJenkins();
            controller.runRemotely(CrashIT::isCancelled);
        }
    }

    private static void begin(JenkinsRule jenkins, FlowDurabilityHint hint, String template, String varFile)
            throws Throwable {
        WorkflowJob job = Jobs.pipeline(
                jenkins,
                "crashes",
                Templates.pipeline(template, "packerBuild template: 'template.json', varFiles: ['" + varFile + "']"));
        job.addProperty(new DurabilityHintJobProperty(hint));
        Jobs.awaitLine(Jobs.start(job), "Instance ID");
    }

    private static void endsWell(JenkinsRule jenkins) throws Throwable {
        WorkflowRun run =
                jenkins.jenkins.getItemByFullName("crashes", WorkflowJob.class).getLastBuild();
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        assertThat(run.getAction(PackerRunAction.class).getArtifacts())
                .extracting("builder")
                .containsExactly("amazon-ebs", "digitalocean");
        assertThat(Jobs.lines(run, "Instance ID").size()).isBetween(1, 2);
    }

    private static void isCancelled(JenkinsRule jenkins) throws Throwable {
        WorkflowRun run =
                jenkins.jenkins.getItemByFullName("crashes", WorkflowJob.class).getLastBuild();
        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
        Path root = jenkins.jenkins.getRootDir().toPath();
        Jobs.awaitNoSession(root);
        Jobs.awaitNoProcess(root);
    }
}
