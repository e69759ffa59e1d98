package io.jenkins.plugins.packerbuild.injenkins;

import hudson.model.Run;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** Jobs and what is known of their builds. */
final class Jobs {

    private Jobs() {}

    /** A Pipeline in the sandbox. */
    static WorkflowJob pipeline(JenkinsRule jenkins, String name, String script) throws Exception {
        WorkflowJob job = jenkins.jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    /** One that has begun. */
    static WorkflowRun start(WorkflowJob job) throws Exception {
        return job.scheduleBuild2(0).waitForStart();
    }

    /** One that goes on after a restart has an executor a moment later. */
    static void abort(Run<?, ?> run) throws InterruptedException {
        Deadline.of(Duration.ofMinutes(1)).until("an executor of " + run, () -> run.getExecutor() != null);
        run.getExecutor().interrupt();
    }

    /** Waits for a line of the log. */
    static void awaitLine(Run<?, ?> run, String text) throws InterruptedException {
        Deadline.of(Duration.ofMinutes(3)).until("'" + text + "' in the log of " + run, () -> {
            if (hasLine(run, text)) {
                return true;
            }
            if (!run.isBuilding()) {
                throw new AssertionError(run + " is over: " + String.join("\n", run.getLog(200)));
            }
            return false;
        });
    }

    /** A build that has just begun has no log yet. */
    private static boolean hasLine(Run<?, ?> run, String text) throws IOException {
        try {
            return !lines(run, text).isEmpty();
        } catch (FileNotFoundException | NoSuchFileException e) {
            return false;
        }
    }

    /** The lines of a log that have a text. */
    static List<String> lines(Run<?, ?> run, String text) throws IOException {
        return run.getLog(100_000).stream().filter(line -> line.contains(text)).toList();
    }

    /** Processes of this machine whose command line has a text, as in a session's id. */
    static List<ProcessHandle> processes(String text) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(text))
                .toList();
    }

    /** The session directories of an agent. */
    static List<Path> sessions(Path agentRoot) {
        Path sessions = agentRoot.resolve("caches/packer-build/sessions");
        if (!Files.isDirectory(sessions)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(sessions)) {
            return children.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until an agent has no session any more. */
    static void awaitNoSession(Path agentRoot) throws InterruptedException {
        Deadline.of(Duration.ofMinutes(2))
                .until("no session in " + agentRoot, () -> sessions(agentRoot).isEmpty());
    }

    /** Waits until no process of a session runs on an agent any more; the shell that started it takes some seconds. */
    static void awaitNoProcess(Path agentRoot) throws InterruptedException {
        Deadline.of(Duration.ofSeconds(30))
                .until(
                        "no process of a session in " + agentRoot,
                        () -> processes(agentRoot + "/caches/packer-build/sessions")
                                .isEmpty());
    }
}
