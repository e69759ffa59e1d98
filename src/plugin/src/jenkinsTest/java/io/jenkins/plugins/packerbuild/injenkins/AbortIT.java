package io.jenkins.plugins.packerbuild.injenkins;

import hudson.model.Result;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.BuildWatcherExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Aborts, time-outs and neighbours in one workspace: scenarios 13, 14 and 15, and the traps of cookies. */
@WithJenkins
class AbortIT {

    @RegisterExtension
    static final BuildWatcherExtension WATCHER = new BuildWatcherExtension();

    @TempDir
    Path directory;

    @Test
    void anAbortOfAUserCleansUpAndEndsAborted(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("jane"));
        try (SilentHost host = new SilentHost(1)) {
            WorkflowRun run = startWaiting(jenkins, host, "packerBuild 'template.json'");

            try (ACLContext ignored = ACL.as2(User.getById("jane", true).impersonate2())) {
                run.getExecutor().interrupt();
            }

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("Stopping: Aborted by jane", run);
            jenkins.assertLogContains("[slow] ==> Build 'slow' cancelled", run);
            assertNothingRuns(jenkins);
        }
    }

    @Test
    void aSecondAbortKillsTheEngine(JenkinsRule jenkins) throws Exception {
        try (Simulator simulator = Simulator.start(directory, "--factor=1", "--latency=instance-terminated=600")) {
            WorkflowRun run = Jobs.start(Jobs.pipeline(
                    jenkins,
                    "twice",
                    Templates.pipeline(
                            Templates.example(),
                            "packerBuild template: 'template.json', only: ['amazon-ebs'], varFiles: ['"
                                    + simulator.varFile() + "']")));
            Jobs.awaitLine(run, "Instance ID");

            run.getExecutor().interrupt();
            Jobs.awaitLine(run, "To be removed: ");
            TimeUnit.SECONDS.sleep(6); // sooner it would be the same abort
            run.getExecutor().interrupt();

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("Killed the engine", run);
            Jobs.awaitNoProcess(jenkins.jenkins.getRootDir().toPath());
        }
    }

    @Test
    void aTimeoutAroundTheStepAbortsItAndTheEngineStillCleansUp(JenkinsRule jenkins) throws Exception {
        try (SilentHost host = new SilentHost(1)) {
            WorkflowRun run =
                    startWaiting(jenkins, host, "timeout(time: 15, unit: 'SECONDS') { packerBuild 'template.json' }");

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("The engine cleans up", run);
            assertNothingRuns(jenkins);
        }
    }

    /** Such an abort kills every {@code sh} in the workspace. That is Jenkins' own doing; it must not reach us. */
    @Test
    void anAbortedShellInTheSameWorkspaceLeavesTheEnginesAlone(JenkinsRule jenkins) throws Exception {
        try (SilentHost host = new SilentHost(1)) {
            WorkflowRun run = startWaiting(jenkins, host, """
                    writeFile file: 'files.json', text: '''%s'''
                    parallel(
                      slow: { packerBuild 'template.json' },
                      shell: {
                        catchError(buildResult: 'SUCCESS', catchInterruptions: true) {
                          timeout(time: 10, unit: 'SECONDS') { sh 'sleep 600' }
                        }
                        def files = packerBuild 'files.json'
                        echo "after the shell: ${files.success}"
                      })
                    """.formatted(Templates.TWO_FILES));

            Jobs.awaitLine(run, "Terminated");
            Jobs.awaitLine(run, "after the shell: true");
            run.getExecutor().interrupt();

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("[slow] ==> Build 'slow' cancelled", run);
            jenkins.assertLogNotContains("The engine on", run);
            assertNothingRuns(jenkins);
        }
    }

    @Test
    void whoWipesTheWorkspaceAndItsTemporaryDirectoryDoesNotReachTheSession(JenkinsRule jenkins) throws Exception {
        try (SilentHost host = new SilentHost(1)) {
            WorkflowRun run = startWaiting(jenkins, host, """
                    parallel(
                      slow: { packerBuild 'template.json' },
                      wiper: {
                        sleep 15
                        dir(pwd(tmp: true)) { deleteDir() }
                        deleteDir()
                        echo 'all is wiped'
                      })
                    """);
            Jobs.awaitLine(run, "all is wiped");

            run.getExecutor().interrupt();

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("[slow] ==> Build 'slow' cancelled", run);
            assertNothingRuns(jenkins);
        }
    }

    @Test
    void theFirstFailureOfParallelBranchesCancelsTheOther(JenkinsRule jenkins) throws Exception {
        try (SilentHost host = new SilentHost(1)) {
            WorkflowRun run = startWaiting(jenkins, host, """
                    parallel(
                      failFast: true,
                      slow: { packerBuild 'template.json' },
                      bad: {
                        sleep 10
                        error 'this branch fails'
                      })
                    """);

            jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("The engine cleans up", run);
            assertNothingRuns(jenkins);
        }
    }

    @Test
    void theStepsOwnTimeOutWaitsForTheCleanup(JenkinsRule jenkins) throws Exception {
        try (SilentHost host = new SilentHost(1)) {
            WorkflowRun run = startWaiting(jenkins, host, "packerBuild template: 'template.json', timeoutMinutes: 1");

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("has reached its time-out of 1 minute", run);
            assertNothingRuns(jenkins);
        }
    }

    private static WorkflowRun startWaiting(JenkinsRule jenkins, SilentHost host, String steps) throws Exception {
        WorkflowRun run =
                Jobs.start(Jobs.pipeline(jenkins, "waits", Templates.pipeline(Templates.waitingFor(host), steps)));
        host.await();
        Jobs.awaitLine(run, "[slow] ");
        return run;
    }

    private static void assertNothingRuns(JenkinsRule jenkins) throws InterruptedException {
        Path root = jenkins.jenkins.getRootDir().toPath();
        Jobs.awaitNoSession(root);
        Jobs.awaitNoProcess(root);
    }
}
