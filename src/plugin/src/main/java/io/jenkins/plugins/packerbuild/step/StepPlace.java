package io.jenkins.plugins.packerbuild.step;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.packerbuild.agent.StartRequest;
import io.jenkins.plugins.packerbuild.run.RunSession;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jspecify.annotations.Nullable;

/** What a step of ours needs of a Pipeline. */
final class StepPlace {

    /** Without one of these there is no {@code node} around the step. */
    static final Set<Class<?>> REQUIRED =
            Set.of(Run.class, Node.class, FilePath.class, EnvVars.class, Launcher.class, TaskListener.class);

    private StepPlace() {}

    /** Where a step runs. May take as long as the agent does. */
    static StartRequest.Place of(StepContext context) throws IOException, InterruptedException {
        return new StartRequest.Place(
                context.get(Run.class),
                context.get(Node.class),
                context.get(FilePath.class),
                context.get(EnvVars.class),
                sensitive(context),
                context.get(Launcher.class),
                context.get(TaskListener.class));
    }

    /** The same for a step that goes on after a restart, when its agent may still be away. */
    static RunSession.Resumption again(StepContext context) throws IOException, InterruptedException {
        return new RunSession.Resumption(
                context.get(Run.class),
                context.get(TaskListener.class),
                context.get(EnvVars.class),
                sensitive(context),
                () -> context.get(Launcher.class),
                () -> context.get(FilePath.class));
    }

    private static Set<String> sensitive(StepContext context) throws IOException, InterruptedException {
        EnvironmentExpander expander = context.get(EnvironmentExpander.class);
        return expander == null ? Set.of() : expander.getSensitiveVariables();
    }

    /** What is shown of a step's arguments: the template. */
    static @Nullable String template(Map<String, Object> arguments) {
        Object template = arguments.get("template");
        return template == null ? null : template.toString();
    }
}
