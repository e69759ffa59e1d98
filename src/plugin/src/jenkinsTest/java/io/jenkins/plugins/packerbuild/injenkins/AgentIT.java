package io.jenkins.plugins.packerbuild.injenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.model.Slave;
import io.jenkins.plugins.packerbuild.metadata.PackerRunAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.BuildWatcherExtension;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Agents that go and come back, and builds that share one: scenarios 11, 12 and 16. */
@WithJenkins
class AgentIT {

    @RegisterExtension
    static final BuildWatcherExtension WATCHER = new BuildWatcherExtension();

    @RegisterExtension
    final InboundAgentExtension agents = new InboundAgentExtension();

    @TempDir
    Path directory;

    @Test
    void aNewAgentProcessFindsTheEngineAlive(JenkinsRule jenkins) throws Exception {
        InboundAgentExtension.Options options = options("away");
        agents.createAgent(jenkins, options);
        try (Simulator simulator = Simulator.start(directory, "--factor=1")) {
            WorkflowRun run = Jobs.start(Jobs.pipeline(
                    jenkins,
                    "waits",
                    Templates.pipeline(
                            "away",
                            Templates.example(),
                            "packerBuild template: 'template.json', varFiles: ['" + simulator.varFile() + "']")));
            Jobs.awaitLine(run, "Instance ID");

            agents.stop(jenkins, "away");
            Jobs.awaitLine(run, "Agent 'away' cannot be reached");
            agents.start(jenkins, options);

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
            jenkins.assertLogContains("Agent 'away' is back", run);
            assertThat(Jobs.lines(run, "Instance ID")).hasSize(1);
            assertThat(run.getAction(PackerRunAction.class).getArtifacts()).hasSize(2);
        }
    }

    @Test
    void aRemovedAgentEndsTheStepSoThatARetryBuildsElsewhere(JenkinsRule jenkins) throws Exception {
        Slave first = agents.createAgent(jenkins, options("spot"));
        try (SilentHost host = new SilentHost(1)) {
            WorkflowRun run = Jobs.start(Jobs.pipeline(
                    jenkins,
                    "retries",
                    "def attempt = 0\nretry(count: 2, conditions: [agent()]) {\n attempt++\n"
                            + "node(attempt == 1 ? 'spot' : 'built-in') {\n"
                            + "if (attempt == 1) {\n writeFile file: 'template.json', text: '''"
                            + Templates.waitingFor(host) + "'''\n } else {\n writeFile file: 'template.json', text: '''"
                            + Templates.TWO_FILES
                            + "'''\n }\n packerBuild 'template.json'\n echo \"attempt ${attempt}\"\n}}"));
            host.await();
            Jobs.awaitLine(run, "[slow] ");

            agents.stop(jenkins, "spot");
            jenkins.jenkins.removeNode(first);

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
            jenkins.assertLogContains("attempt 2", run);
        }
    }

    @Test
    void twoFirstBuildsOnOneAgentShareOneEngine(JenkinsRule jenkins) throws Exception {
        Slave agent = agents.createAgent(jenkins, options("shared"));
        agent.setNumExecutors(2);
        String script = Templates.pipeline("shared", Templates.TWO_FILES, "packerBuild 'template.json'");
        WorkflowJob one = Jobs.pipeline(jenkins, "one", script);
        WorkflowJob two = Jobs.pipeline(jenkins, "two", script);

        WorkflowRun first = Jobs.start(one);
        WorkflowRun second = Jobs.start(two);

        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(first));
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(second));
        Path store = Path.of(agent.getRemoteFS(), "caches", "packer-build");
        assertThat(engines(store)).hasSize(1);
        Jobs.awaitNoSession(Path.of(agent.getRemoteFS()));
    }

    @Test
    void anAgentWithoutAUsableJavaIsToldSo(JenkinsRule jenkins) throws Exception {
        agents.createAgent(jenkins, options("old"));
        WorkflowJob job = Jobs.pipeline(
                jenkins,
                "nojava",
                Templates.pipeline(
                        "old", Templates.TWO_FILES, "packerBuild template: 'template.json', javaHome: '/no/java'"));

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("needs Java 17 or newer", run);
        jenkins.assertLogNotContains("at io.jenkins.plugins.packerbuild", run);
    }

    private static InboundAgentExtension.Options options(String name) {
        return InboundAgentExtension.Options.newBuilder()
                .name(name)
                .label(name)
                .webSocket()
                .build();
    }

    private static List<Path> engines(Path store) throws Exception {
        try (Stream<Path> children = Files.list(store)) {
            return children.filter(child -> child.getFileName().toString().matches("[0-9a-f]{64}"))
                    .toList();
        }
    }
}
