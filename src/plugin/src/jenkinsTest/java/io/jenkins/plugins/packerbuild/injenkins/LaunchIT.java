package io.jenkins.plugins.packerbuild.injenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Slave;
import io.jenkins.plugins.packerbuild.credentials.PackerVariable;
import io.jenkins.plugins.packerbuild.freestyle.PackerBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.SingleFileSCM;
import org.jvnet.hudson.test.junit.jupiter.BuildWatcherExtension;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Paths and values that a shell would spoil: scenario 24. Runs on whatever system it is, Windows included. */
@WithJenkins
class LaunchIT {

    private static final String STRANGE = "100% $HOME 'a' \"b\" \\ ü €";

    @RegisterExtension
    static final BuildWatcherExtension WATCHER = new BuildWatcherExtension();

    @RegisterExtension
    final InboundAgentExtension agents = new InboundAgentExtension();

    @Test
    void strangePathsAndValuesArriveAsTheyAre(JenkinsRule jenkins) throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject("project");
        project.setCustomWorkspace(jenkins.jenkins
                .getRootDir()
                .toPath()
                .resolve("work space %PATH% ü")
                .toString());
        project.setScm(new SingleFileSCM("tem plate.json", Templates.FILE_OF_A_VARIABLE));
        PackerBuilder builder = new PackerBuilder("tem plate.json");
        builder.setVars(List.of(new PackerVariable("text", STRANGE.replace("$", "$$"))));
        builder.setJvmOptions(List.of("-Dstrange=a b%c"));
        project.getBuildersList().add(builder);

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(project);

        assertThat(build.getWorkspace().child("file.txt").readToString()).isEqualTo(STRANGE);
    }

    @Test
    void theEngineRunsOnTheAgentAndItsDirectoryIsPrivate(JenkinsRule jenkins) throws Exception {
        Slave agent = agents.createAgent(
                jenkins,
                InboundAgentExtension.Options.newBuilder()
                        .name("remote")
                        .label("remote")
                        .webSocket()
                        .build());
        try (SilentHost host = new SilentHost(1)) {
            var run = Jobs.start(Jobs.pipeline(
                    jenkins,
                    "private",
                    Templates.pipeline("remote", Templates.waitingFor(host), "packerBuild 'template.json'")));
            host.await();
            Jobs.awaitLine(run, "[slow] ");

            List<Path> sessions = Jobs.sessions(Path.of(agent.getRemoteFS()));
            assertThat(sessions).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sessions.get(0))))
                    .isEqualTo("rwx------");
            assertThat(sessions.get(0).resolve("secrets.json")).doesNotExist();
            assertThat(Jobs.processes(sessions.get(0).getFileName().toString())).isNotEmpty();

            run.getExecutor().interrupt();
            jenkins.waitForCompletion(run);
            Jobs.awaitNoSession(Path.of(agent.getRemoteFS()));
        }
    }
}
