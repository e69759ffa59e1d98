package io.jenkins.plugins.packerbuild.injenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.PluginWrapper;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.packerbuild.freestyle.PackerBuilder;
import java.io.File;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.SingleFileSCM;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** The finished package in a Jenkins with real class loaders: the rest of scenario 25. */
class PackagingIT {

    @RegisterExtension
    final RealJenkinsExtension controller =
            new RealJenkinsExtension().withTimeout(600).prepareHomeLazily(true);

    @Test
    void loadsWithoutItsOptionalPlugins() throws Throwable {
        controller.omitPlugins("aws-credentials", "cloudbees-folder", "configuration-as-code", "job-dsl");
        controller.omitPlugins("branch-api", "workflow-multibranch", "pipeline-groovy-lib"); // these need folders
        controller.omitPlugins("pipeline-model-definition", "pipeline-model-extensions", "pipeline-model-api");
        controller.startJenkins();
        controller.runRemotely(PackagingIT::hasNoOptionalPlugin);
        controller.runRemotely(PackagingIT::buildsWithBoth);
    }

    @Test
    void isInstalledIntoARunningJenkins() throws Throwable {
        controller.omitPlugins("packer-build").startJenkins();
        controller.runRemotely(PackagingIT::installs, new File("target/packer-build.hpi").getAbsolutePath());
        controller.runRemotely(PackagingIT::buildsWithBoth);
    }

    private static void hasNoOptionalPlugin(JenkinsRule jenkins) {
        assertThat(jenkins.jenkins.getPluginManager().getPlugin("aws-credentials"))
                .isNull();
        assertThat(jenkins.jenkins.getPluginManager().getPlugin("cloudbees-folder"))
                .isNull();
    }

    private static void installs(JenkinsRule jenkins, String hpi) throws Throwable {
        assertThat(jenkins.jenkins.getPluginManager().getPlugin("packer-build")).isNull();
        jenkins.jenkins.getPluginManager().dynamicLoad(new File(hpi));
    }

    private static void buildsWithBoth(JenkinsRule jenkins) throws Throwable {
        PluginWrapper plugin = jenkins.jenkins.getPluginManager().getPlugin("packer-build");
        assertThat(plugin.isActive()).isTrue();
        assertThat(jenkins.jenkins.getPluginManager().getFailedPlugins())
                .noneMatch(failed -> failed.name.startsWith("packer-build"));
        WorkflowRun run = Jobs.pipeline(
                        jenkins, "pipeline", Templates.pipeline(Templates.TWO_FILES, "packerBuild 'template.json'"))
                .scheduleBuild2(0)
                .get();
        jenkins.assertBuildStatus(Result.SUCCESS, run);
        FreeStyleProject project = jenkins.createFreeStyleProject("freestyle");
        project.setScm(new SingleFileSCM("template.json", Templates.TWO_FILES));
        project.getBuildersList().add(new PackerBuilder("template.json"));
        jenkins.buildAndAssertSuccess(project);
    }
}
