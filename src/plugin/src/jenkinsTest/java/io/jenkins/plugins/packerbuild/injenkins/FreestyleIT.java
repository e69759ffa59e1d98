package io.jenkins.plugins.packerbuild.injenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.packerbuild.freestyle.PackerBuilder;
import io.jenkins.plugins.packerbuild.metadata.PackerRunAction;
import java.nio.file.Path;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.CaptureEnvironmentBuilder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.SingleFileSCM;
import org.jvnet.hudson.test.junit.jupiter.BuildWatcherExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The build step of freestyle jobs: scenario 6. */
@WithJenkins
class FreestyleIT {

    @RegisterExtension
    static final BuildWatcherExtension WATCHER = new BuildWatcherExtension();

    @Test
    void tellsTheSameAsTheStep(JenkinsRule jenkins) throws Exception {
        FreeStyleProject project = project(jenkins, Templates.TWO_FILES);
        CaptureEnvironmentBuilder environment = new CaptureEnvironmentBuilder();
        project.getBuildersList().add(environment);
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(project);
        WorkflowRun run = jenkins.buildAndAssertSuccess(Jobs.pipeline(
                jenkins, "pipeline", Templates.pipeline(Templates.TWO_FILES, "packerBuild 'template.json'")));

        jenkins.assertLogContains("[one] ==> ", build);
        jenkins.assertLogContains("[two] ==> ", build);
        assertThat(artifacts(jenkins, build.getUrl())).isEqualTo(artifacts(jenkins, run.getUrl()));
        assertThat(environment.getEnvVars()).containsKeys("PACKER_ARTIFACT_ID_ONE", "PACKER_ARTIFACTS_JSON");
        assertThat(build.getArtifacts()).extracting("fileName").containsExactly("packer-manifest.json");
    }

    @Test
    void failsWithASentenceAndKeepsWhatWasBuilt(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, project(jenkins, Templates.ONE_FAILS));

        jenkins.assertLogContains("1 of 2 builds failed: bad: ", build);
        jenkins.assertLogNotContains("at io.jenkins.plugins.packerbuild", build);
        assertThat(build.getAction(PackerRunAction.class).getArtifacts()).hasSize(1);
    }

    @Test
    void anAbortCleansUpFirst(JenkinsRule jenkins) throws Exception {
        try (SilentHost host = new SilentHost(1)) {
            FreeStyleBuild build = project(jenkins, Templates.waitingFor(host))
                    .scheduleBuild2(0)
                    .waitForStart();
            host.await();
            Jobs.awaitLine(build, "[slow] ");

            build.getExecutor().interrupt();

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
            jenkins.assertLogContains("The engine cleans up", build);
            Path root = jenkins.jenkins.getRootDir().toPath();
            Jobs.awaitNoSession(root);
            Jobs.awaitNoProcess(root);
        }
    }

    private static FreeStyleProject project(JenkinsRule jenkins, String template) throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject();
        project.setScm(new SingleFileSCM("template.json", template));
        project.getBuildersList().add(new PackerBuilder("template.json"));
        return project;
    }

    private static Object artifacts(JenkinsRule jenkins, String build) throws Exception {
        JSONObject json = jenkins.getJSON(build + "packer/api/json").getJSONObject();
        return json.getJSONArray("artifacts");
    }
}
