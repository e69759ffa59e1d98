package io.jenkins.plugins.packerbuild.step;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.packerbuild.metadata.ResultMap;
import io.jenkins.plugins.packerbuild.options.BuildOptions;
import io.jenkins.plugins.packerbuild.run.Verdict;
import io.jenkins.plugins.packerbuild.session.Purpose;
import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Ends a step with what came of its session. */
final class StepEnd {

    private static final Logger LOGGER = Logger.getLogger(StepEnd.class.getName());

    private final StepContext context;
    private final Purpose purpose;
    private final BuildOptions options;

    StepEnd(StepContext context, Purpose purpose, BuildOptions options) {
        this.context = context;
        this.purpose = purpose;
        this.options = options;
    }

    void accept(SessionOutcome outcome) {
        Verdict verdict = Verdict.of(outcome, options);
        if (outcome.agentGone()) {
            context.onFailure(new Interruptions.AgentGoneException(verdict.sentence()));
        } else if (verdict.kind() == Verdict.Kind.FAILURE) {
            context.onFailure(new AbortException(verdict.sentence()));
        } else {
            warn(verdict);
            context.onSuccess(
                    purpose == Purpose.VALIDATE ? ResultMap.problems(outcome.report()) : ResultMap.of(outcome));
        }
    }

    /** A failure that does not fail the step shows on it. */
    private void warn(Verdict verdict) {
        if (verdict.kind() == Verdict.Kind.SUCCESS) {
            return;
        }
        try {
            FlowNode node = context.get(FlowNode.class);
            if (node != null) {
                node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(verdict.sentence()));
            }
            if (verdict.kind() == Verdict.Kind.UNSTABLE) {
                // Not the context's, which the Pipeline itself would see only at its end.
                context.get(Run.class).setResult(Result.UNSTABLE);
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "the step is over", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
