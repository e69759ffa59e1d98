package io.jenkins.plugins.packerbuild.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Builds the same scenario with several programs in one run. They overlap, or it would last twice as long, but each starts
 * when the one before has long settled down to waiting for its cloud: the work of one falls into the waiting of the other.
 */
final class Comparison {

    /** Between 0 and 60 s of a build at factor 1, nothing but waiting lies around this. */
    private static final Duration STAGGER = Duration.ofSeconds(20);

    private final Bench bench;
    private final SshCost sshCost;

    Comparison(Bench bench, SshCost sshCost) {
        this.bench = bench;
        this.sshCost = sshCost;
    }

    /** One measurement per program, in their order. */
    List<Measurement> run(Scenario scenario, List<Program> programs) throws IOException, InterruptedException {
        Duration ssh = sshCost.measure(scenario.builders());
        ScheduledExecutorService starter = Executors.newScheduledThreadPool(programs.size());
        try {
            List<Future<Measurement>> running = new ArrayList<>();
            for (int i = 0; i < programs.size(); i++) {
                Program program = programs.get(i);
                Callable<Measurement> build = () -> bench.measure(program, scenario, ssh);
                running.add(starter.schedule(build, STAGGER.toMillis() * i, TimeUnit.MILLISECONDS));
            }
            return results(running);
        } finally {
            starter.shutdownNow();
        }
    }

    private static List<Measurement> results(List<Future<Measurement>> running)
            throws IOException, InterruptedException {
        List<Measurement> results = new ArrayList<>();
        for (Future<Measurement> future : running) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                throw new IOException("A build could not be measured: " + e.getCause(), e);
            }
        }
        return results;
    }
}
