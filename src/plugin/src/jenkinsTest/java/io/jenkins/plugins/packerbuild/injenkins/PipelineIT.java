package io.jenkins.plugins.packerbuild.injenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.packerbuild.metadata.PackerRunAction;
import io.jenkins.plugins.packerbuild.metadata.SessionResult;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.BuildWatcherExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The steps in Pipelines: scenarios 4, 5, 7 and 17. */
@WithJenkins
class PipelineIT {

    @RegisterExtension
    static final BuildWatcherExtension WATCHER = new BuildWatcherExtension();

    @Test
    void buildsAllBuildersAndReturnsTheirArtifacts(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = Jobs.pipeline(jenkins, "scripted", Templates.pipeline(Templates.TWO_FILES, """
                        def images = packerBuild template: 'template.json'
                        echo "success: ${images.success}, builders: ${images.builders.keySet()}"
                        images.artifacts.each { name, list -> echo "artifact of ${name}: ${list[0].files[0]}" }
                        echo "content: ${readFile 'one.txt'}"
                        """));

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("[one] ==> ", run);
        jenkins.assertLogContains("[two] ==> ", run);
        jenkins.assertLogContains("success: true, builders: [one, two]", run);
        jenkins.assertLogContains("artifact of two: two.txt", run);
        jenkins.assertLogContains("content: first", run);
        Jobs.awaitNoSession(jenkins.jenkins.getRootDir().toPath());
    }

    @Test
    void keepsTheImagesWithTheBuildAcrossAReload(JenkinsRule jenkins) throws Exception {
        WorkflowJob job =
                Jobs.pipeline(jenkins, "kept", Templates.pipeline(Templates.TWO_FILES, "packerBuild 'template.json'"));
        jenkins.buildAndAssertSuccess(job);

        job.doReload();
        PackerRunAction action = job.getBuildByNumber(1).getAction(PackerRunAction.class);

        assertThat(action.getRun()).isEqualTo(job.getBuildByNumber(1));
        assertThat(action.getSessions()).singleElement().satisfies(session -> {
            assertThat(session.getStatus()).isEqualTo("succeeded");
            assertThat(session.getTemplate()).isEqualTo("template.json");
        });
        assertThat(action.getArtifacts()).extracting("builder").containsExactly("one", "two");
        assertThat(job.getBuildByNumber(1).getArtifacts())
                .extracting("fileName")
                .contains("packer-manifest.json");
    }

    @Test
    void declarativeStagesAndPostSeeTheIdsInTheEnvironment(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = Jobs.pipeline(jenkins, "declarative", """
                pipeline {
                  agent any
                  stages {
                    stage('Build') {
                      steps {
                        writeFile file: 'template.json', text: '''%s'''
                        packerBuild template: 'template.json', only: ['one']
                      }
                    }
                    stage('Use') { steps { echo "in a stage: ${env.PACKER_ARTIFACT_ID_ONE}" } }
                  }
                  post { always { echo "in post: ${env.PACKER_ARTIFACT_ID} of ${env.PACKER_ARTIFACTS_JSON}" } }
                }
                """.formatted(Templates.TWO_FILES));

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        String id = run.getAction(PackerRunAction.class).getArtifacts().get(0).getId();
        jenkins.assertLogContains("in a stage: " + id, run);
        jenkins.assertLogContains("in post: " + id + " of [{", run);
    }

    @Test
    void acceptsVariablesAsAMapAndAsAList(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = Jobs.pipeline(jenkins, "variables", Templates.pipeline(Templates.FILE_OF_A_VARIABLE, """
                        def word = 'map'
                        packerBuild template: 'template.json', vars: [text: "from a ${word}"]
                        echo readFile('file.txt')
                        packerBuild template: 'template.json', vars: [packerVar(name: 'text', value: 'from a list')]
                        echo readFile('file.txt')
                        """));

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("from a map", run);
        jenkins.assertLogContains("from a list", run);
        assertThat(run.getAction(PackerRunAction.class).getSessions()).hasSize(2);
    }

    @Test
    void theBuildStepRunsInPipelinesByItsClassAndTheNameMeansTheStep(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = Jobs.pipeline(jenkins, "both", Templates.pipeline(Templates.TWO_FILES, """
                        def returned = packerBuild 'template.json'
                        echo "the step returns ${returned.success}"
                        step([$class: 'PackerBuilder', template: 'template.json'])
                        """));

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("the step returns true", run);
        assertThat(run.getAction(PackerRunAction.class).getSessions())
                .extracting(SessionResult::getStatus)
                .containsExactly("succeeded", "succeeded");
    }

    @Test
    void keepsTheGoodArtifactAndNamesTheBuilderThatFailed(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = Jobs.pipeline(
                jenkins, "partial", Templates.pipeline(Templates.ONE_FAILS, "packerBuild 'template.json'"));

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("1 of 2 builds failed: bad: ", run);
        jenkins.assertLogNotContains("at io.jenkins.plugins.packerbuild", run);
        assertThat(run.getAction(PackerRunAction.class).getArtifacts())
                .extracting("builder")
                .containsExactly("good");
    }

    @Test
    void aPartialFailureIsAWarningWhenItIsWantedSo(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = Jobs.pipeline(jenkins, "unstable", Templates.pipeline(Templates.ONE_FAILS, """
                        def images = packerBuild template: 'template.json', unstableOnPartial: true
                        echo "good: ${images.artifacts.good.size()}, bad: ${images.builders.bad.status}"
                        """));

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);

        jenkins.assertLogContains("good: 1, bad: failed", run);
        FlowExecution execution = run.getExecution();
        FlowNode warned = new DepthFirstScanner()
                .findFirstMatch(execution, node -> node.getPersistentAction(WarningAction.class) != null);
        assertThat(warned).isNotNull();
    }

    @Test
    void aFailureIsReturnedWhenItIsWantedSo(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = Jobs.pipeline(jenkins, "returned", Templates.pipeline(Templates.ONE_FAILS, """
                        def images = packerBuild template: 'template.json', failOnError: false
                        echo "success: ${images.success}, errors: ${images.errors.size()}"
                        """));

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("success: false, errors: 1", run);
    }

    @Test
    void validationPrintsEveryProblemWithItsPlaceOrReturnsThem(JenkinsRule jenkins) throws Exception {
        String template = "{\"builders\": [\n  {\"type\": \"file\", \"targt\": \"x\"}\n]}";
        WorkflowJob prints =
                Jobs.pipeline(jenkins, "prints", Templates.pipeline(template, "packerValidate 'template.json'"));
        WorkflowJob returns = Jobs.pipeline(jenkins, "returns", Templates.pipeline(template, """
                        def problems = packerValidate template: 'template.json', failOnError: false
                        echo "line of the first: ${problems[0].line}"
                        """));

        WorkflowRun failed = jenkins.buildAndAssertStatus(Result.FAILURE, prints);
        WorkflowRun good = jenkins.buildAndAssertSuccess(returns);

        jenkins.assertLogContains("template.json:2:", failed);
        jenkins.assertLogContains("line of the first: 2", good);
    }

    @Test
    void findsTheArtifactOfAnotherJob(JenkinsRule jenkins) throws Exception {
        WorkflowJob base =
                Jobs.pipeline(jenkins, "base", Templates.pipeline(Templates.TWO_FILES, "packerBuild 'template.json'"));
        WorkflowRun built = jenkins.buildAndAssertSuccess(base);
        WorkflowJob finds = Jobs.pipeline(
                jenkins,
                "finds",
                "def found = packerArtifact job: 'base', builder: 'two'; echo \"${found.type} ${found.files[0]}\"");
        WorkflowJob misses = Jobs.pipeline(jenkins, "misses", "packerArtifact job: '/images/base', builder: 'two'");

        assertThat(built.getAction(PackerRunAction.class)).isNotNull();
        jenkins.assertLogContains("file two.txt", jenkins.buildAndAssertSuccess(finds));
        jenkins.assertLogContains(
                "Could not find job '/images/base'", jenkins.buildAndAssertStatus(Result.FAILURE, misses));
    }
}
