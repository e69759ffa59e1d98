package io.jenkins.plugins.packerbuild.agent;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.TaskListener;
import io.jenkins.plugins.packerbuild.session.SessionHost;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.durabletask.BourneShellScript;
import org.jenkinsci.plugins.durabletask.Controller;
import org.jenkinsci.plugins.durabletask.DurableTask;
import org.jenkinsci.plugins.durabletask.WindowsBatchScript;
import org.jspecify.annotations.Nullable;

/**
 * Starts one session's engine so that it outlives the controller, the end of its {@code node} block, and its neighbours:
 * durable-task's own cookie is a hash of the directory that it is given, so that is never the workspace, and the cookie of
 * the {@code node} block is replaced by the session's id, by which we find the engine ourselves.
 */
final class EngineLaunch {

    private static final Logger LOGGER = Logger.getLogger(EngineLaunch.class.getName());
    private static final String COOKIE = "JENKINS_NODE_COOKIE";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String id;
    private final AgentNode agent;
    private final LaunchContext context;
    private final TaskListener log;
    private @Nullable AgentFacts facts;

    /** Has streams on the agent that want to be closed; those of another controller's life are gone with it. */
    private @Nullable Controller controller;

    EngineLaunch(String id, AgentNode agent, LaunchContext context, TaskListener log) {
        this.id = id;
        this.agent = agent;
        this.context = context;
        this.log = log;
    }

    /** Which Java it will be. */
    SessionStart.JavaHome javaHome() throws IOException, InterruptedException {
        return context.javaHome().isEmpty()
                ? new SessionStart.JavaHome(facts().javaHome(), true)
                : new SessionStart.JavaHome(context.javaHome(), false);
    }

    List<String> jvmOptions() {
        return context.jvmOptions();
    }

    /** Starts it in a session directory that was prepared. */
    void start(FilePath directory, String workingDirectory) throws IOException, InterruptedException {
        EnvVars environment = new EnvVars(context.environment().get());
        environment.put(COOKIE, id);
        ScriptText.Paths paths = new ScriptText.Paths(
                directory.getRemote(), workingDirectory, javaHome().path());
        DurableTask task = facts().windows()
                ? new WindowsBatchScript(ScriptText.batch(paths))
                : new BourneShellScript(ScriptText.sh(paths));
        Launcher launcher = launcher();
        try {
            controller = Remote.call(
                    agent.label(), LIMIT, () -> task.launch(environment, run(directory), launcher, TaskListener.NULL));
        } catch (IOException e) {
            throw agent.isAway(e) ? e : refused(e);
        }
    }

    private SessionHost.RefusedException refused(IOException e) {
        return new SessionHost.RefusedException("Could not start packer-build on agent " + agent.label() + ": "
                + FileWords.of(e).strip() + ". See whether an 'sh' or 'bat' step works there.");
    }

    /** Ends everything that has the session's cookie: asked to, and five seconds later without being asked. */
    void kill() throws IOException, InterruptedException {
        Launcher launcher = launcher();
        Remote.call(agent.label(), LIMIT, () -> {
            launcher.kill(Map.of(COOKIE, id));
            return true;
        });
    }

    /** Lets go of what the agent holds for us. Nothing depends on it. */
    void forget(FilePath directory) throws InterruptedException {
        Controller started = controller;
        if (started == null) {
            return;
        }
        controller = null;
        try {
            Remote.call(agent.label(), Remote.USUAL, () -> {
                started.cleanup(run(directory));
                return true;
            });
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "could not clean up after the start of " + id, e);
        }
    }

    private static FilePath run(FilePath directory) {
        return directory.child("run");
    }

    private AgentFacts facts() throws IOException, InterruptedException {
        AgentFacts known = facts;
        if (known == null) {
            known = agent.facts();
            facts = known;
        }
        return known;
    }

    /** The agent proper, also inside of a container, unless a Java in there is wanted. */
    private Launcher launcher() throws IOException, InterruptedException {
        return context.javaHome().isEmpty()
                ? agent.node().createLauncher(log)
                : context.launcher().get();
    }
}
