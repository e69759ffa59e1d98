package io.jenkins.plugins.packerbuild.step;

import hudson.AbortException;
import io.jenkins.plugins.packerbuild.session.SessionHost;
import java.nio.channels.ClosedChannelException;
import java.util.stream.Collectors;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** What ends a step of ours, in Jenkins' terms. */
final class Interruptions {

    private Interruptions() {}

    /** Whether a step is stopped because its agent will not come back: then there is nothing to wait for. */
    static boolean isAgentGone(Throwable why) {
        return isCausedBy(why, "RemovedNode");
    }

    /** Whether {@code timeout} stops it, which waits one minute for a step, and no longer. */
    static boolean isImpatient(Throwable why) {
        return isCausedBy(why, "ExceededTimeout");
    }

    private static boolean isCausedBy(Throwable why, String kind) {
        return why instanceof FlowInterruptedException interrupted
                && interrupted.getCauses().stream()
                        .anyMatch(cause -> cause.getClass().getSimpleName().startsWith(kind));
    }

    /** Why a step is stopped, as in {@code Aborted by Jane}. */
    static String words(Throwable why) {
        if (why instanceof FlowInterruptedException interrupted
                && !interrupted.getCauses().isEmpty()) {
            return interrupted.getCauses().stream()
                    .map(CauseOfInterruption::getShortDescription)
                    .collect(Collectors.joining(", "));
        }
        String message = why.getMessage();
        return message == null ? "aborted" : message;
    }

    /** The same without a stack trace in the log, where the message says all. */
    static Throwable forUsers(Throwable e) {
        if (e instanceof SessionHost.GoneException) {
            return new AgentGoneException(String.valueOf(e.getMessage()));
        }
        if (e instanceof java.io.IOException && !(e instanceof AbortException) && e.getMessage() != null) {
            AbortException abort = new AbortException(e.getMessage());
            abort.initCause(e);
            return abort;
        }
        return e;
    }

    /** The agent was removed: {@code retry(conditions: [agent()])} knows this kind of exception. */
    static final class AgentGoneException extends ClosedChannelException {
        private static final long serialVersionUID = 1L;
        private final String sentence;

        AgentGoneException(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public String getMessage() {
            return sentence;
        }
    }
}
