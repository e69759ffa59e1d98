package io.jenkins.plugins.packerbuild.reaper;

import io.jenkins.plugins.packerbuild.session.Phase;
import io.jenkins.plugins.packerbuild.session.Purpose;
import java.time.Duration;

/**
 * What is known of a remembered session when it is decided what to do with it.
 *
 * @param progress how far it is
 * @param build what is known of its build
 * @param agent what is known of its agent
 * @param leftovers what may be left in a cloud
 */
record Orphan(Progress progress, Build build, Agent agent, Leftovers leftovers) {

    /** An agent may be started anew; for longer than this nobody waits while something costs money. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    /**
     * How far it is.
     *
     * @param followed whether somebody leads it to its end already
     */
    record Progress(Purpose purpose, Phase phase, boolean followed) {}

    /** Whether its build still runs; one that is gone does not. */
    record Build(boolean running) {}

    /** Its agent: there, away for some time, or removed from Jenkins. */
    record Agent(State state, Duration away) {
        enum State {
            ONLINE,
            AWAY,
            REMOVED
        }
    }

    /**
     * What may be left in a cloud.
     *
     * @param any whether the copy of the ledger has something that is not gone
     * @param onPurpose whether the build was to leave it as it is
     * @param due whether the time has come to try to remove it
     */
    record Leftovers(boolean any, boolean onPurpose, boolean due) {}

    /** What is done. */
    enum Decision {
        /** Nothing, for now. */
        LEAVE,
        /** Its directory is deleted, and it is not remembered any more. */
        FORGET,
        /** It is led to its end, which its engine is asked to hasten. */
        ADOPT,
        /** A cleanup is started from the copy of its ledger, where one can run. */
        CLEAN_UP
    }

    /** Decides. */
    Decision decide() {
        if (progress.followed()) {
            return Decision.LEAVE;
        }
        if (progress.phase() == Phase.ENDED) {
            return ended();
        }
        if (build.running()) {
            // Its step goes on with it, as soon as Jenkins has loaded the build.
            return Decision.LEAVE;
        }
        if (progress.phase() == Phase.PREPARING && progress.purpose() != Purpose.CLEANUP) {
            return Decision.FORGET;
        }
        return agent.state() == Agent.State.ONLINE ? Decision.ADOPT : withoutAgent();
    }

    private Decision ended() {
        if (leftovers.any()) {
            return leftovers.due() && !leftovers.onPurpose() ? Decision.CLEAN_UP : Decision.LEAVE;
        }
        return build.running() ? Decision.LEAVE : Decision.FORGET;
    }

    /** As long as the agent may come back, its own ledger knows more than our copy. */
    private Decision withoutAgent() {
        boolean lost = agent.state() == Agent.State.REMOVED || agent.away().compareTo(PATIENCE) >= 0;
        if (leftovers.any()) {
            return lost && leftovers.due() ? Decision.CLEAN_UP : Decision.LEAVE;
        }
        return agent.state() == Agent.State.REMOVED ? Decision.FORGET : Decision.LEAVE;
    }
}
