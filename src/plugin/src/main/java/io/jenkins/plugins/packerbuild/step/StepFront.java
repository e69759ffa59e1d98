package io.jenkins.plugins.packerbuild.step;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.packerbuild.run.Front;
import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jspecify.annotations.Nullable;

/** A step as its session sees it. */
final class StepFront implements Front {

    private static final Logger LOGGER = Logger.getLogger(StepFront.class.getName());

    private final StepContext context;
    private final PackerBuildExecution execution;
    private @Nullable TaskListener listener;
    private @Nullable Run<?, ?> run;

    StepFront(StepContext context, PackerBuildExecution execution) {
        this.context = context;
        this.execution = execution;
    }

    /** A build may be ended by force, which no step hears of: then nobody wants its images any more. */
    @Override
    public TaskListener log() throws IOException, InterruptedException {
        if (isAbandoned()) {
            execution.abandoned();
            throw new IOException("the build is over");
        }
        TaskListener known = listener;
        if (known == null) {
            known = context.get(TaskListener.class);
            if (known == null) {
                throw new IOException("the step has no log any more");
            }
            listener = known;
        }
        return known;
    }

    private boolean isAbandoned() throws IOException, InterruptedException {
        Run<?, ?> known = run;
        if (known == null) {
            known = context.get(Run.class);
            run = known;
        }
        return known != null && !known.isBuilding();
    }

    @Override
    public void label(String text) {
        try {
            FlowNode node = context.get(FlowNode.class);
            if (node != null) {
                node.addOrReplaceAction(new LabelAction(text));
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "the step is over", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void ended(SessionOutcome outcome) {
        execution.ended(outcome);
    }
}
