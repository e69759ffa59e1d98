package io.jenkins.plugins.packerbuild.run;

import hudson.model.Result;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** The time of {@code timeoutMinutes} is over. */
public final class TimedOut extends CauseOfInterruption {
    private static final long serialVersionUID = 1L;
    private final int minutes;

    private TimedOut(int minutes) {
        this.minutes = minutes;
    }

    /** What ends a step, or a build step: the result is ABORTED. */
    public static FlowInterruptedException after(int minutes) {
        return new FlowInterruptedException(Result.ABORTED, true, new TimedOut(minutes));
    }

    /** In words, for whoever waits. */
    public static String words(int minutes) {
        return new TimedOut(minutes).getShortDescription();
    }

    @Override
    public String getShortDescription() {
        return "packerBuild has reached its time-out of " + minutes + (minutes == 1 ? " minute" : " minutes");
    }
}
