package io.jenkins.plugins.packerbuild.session;

/**
 * How a session ended.
 *
 * @param report what came of it
 * @param failure a sentence, when the session itself broke (the engine died, a credential is unknown, the agent is gone);
 *     empty when the engine has ended by itself and said all
 * @param agentGone whether the agent was removed, so that another one may do it again
 */
public record SessionOutcome(SessionReport report, String failure, boolean agentGone) {

    /** Whether everything was built, or found valid, and nothing is left. */
    public boolean success() {
        return failure.isEmpty() && report.status() == SessionReport.Status.SUCCEEDED;
    }
}
