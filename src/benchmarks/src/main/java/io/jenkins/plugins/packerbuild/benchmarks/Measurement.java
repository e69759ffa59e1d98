package io.jenkins.plugins.packerbuild.benchmarks;

import io.jenkins.plugins.packerbuild.simulator.account.CallAccount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one build has taken, as its process and as its clouds saw it.
 *
 * @param path the least that it could have taken
 * @param firstCall from the start of the process to its first call of EC2
 */
record Measurement(
        Program program,
        Scenario scenario,
        CriticalPath path,
        BuildRun.Outcome outcome,
        Optional<Duration> firstCall,
        List<CallAccount.Line> calls,
        Remains remains) {

    Measurement {
        calls = List.copyOf(calls);
    }

    /** What is in the clouds afterwards. */
    record Remains(int images, int leftovers) {}

    /** Whether it built what it had to build: only then do its figures mean anything. */
    boolean isSuccess() {
        return outcome.exitCode() == 0 && remains.images() == scenario.builders() && remains.leftovers() == 0;
    }

    double ratio() {
        return path.ratio(outcome.wallClock());
    }
}
