package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessing;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs the chains of post-processors over the artifact of one build, one chain after another. One that fails ends its
 * chain, not the others. Nothing is removed before a chain has come to its end, and nothing of a chain that failed. One use,
 * one thread.
 */
final class Chains {

    private final Artifact built;
    private final Function<BuilderRun.Link, PostProcessing> contexts;
    private final Consumer<Artifact> removal;
    private final List<Artifact> results = new ArrayList<>();
    private final List<Problem> failures = new ArrayList<>();
    private boolean keepBuilt;

    /**
     * Over a builder's artifact.
     *
     * @param contexts tells that a post-processor begins, and what it works with
     * @param removal removes what an artifact stands for; throws a {@link BuildException} when it cannot
     */
    Chains(Artifact built, Function<BuilderRun.Link, PostProcessing> contexts, Consumer<Artifact> removal) {
        this.built = built;
        this.contexts = contexts;
        this.removal = removal;
    }

    /** What is there afterwards, in Packer's order: one may be listed several times. */
    List<Artifact> artifacts() {
        return List.copyOf(results);
    }

    /**
     * Runs them all.
     *
     * @throws CancelledException when cancelled
     * @throws BuildException when one has failed
     */
    void run(List<List<BuilderRun.Link>> chains) {
        try {
            keepBuilt = chains.isEmpty();
            chains.forEach(this::chain);
        } catch (CancelledException e) {
            results.add(0, built);
            throw e;
        }
        if (keepBuilt || !failures.isEmpty()) {
            results.add(0, built);
        } else {
            remove(built);
        }
        if (!failures.isEmpty()) {
            throw new BuildException(failures, null);
        }
    }

    private void chain(List<BuilderRun.Link> links) {
        List<Artifact> replaced = new ArrayList<>();
        Artifact current = built;
        try {
            for (BuilderRun.Link link : links) {
                PostProcessor.Outcome outcome = link.postProcessor().process(current, contexts.apply(link));
                if (outcome.artifact().isEmpty()) {
                    return;
                }
                settle(current, keeps(link, outcome.keep()), replaced);
                current = outcome.artifact().get();
            }
            results.add(current);
            replaced.forEach(this::remove);
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            String words = BuildException.from(e).getMessage();
            failures.add(Problem.of("Post-processor failed: " + words));
            results.addAll(replaced);
            if (current != built) {
                results.add(current);
            }
        }
    }

    private void settle(Artifact input, boolean keep, List<Artifact> replaced) {
        if (input == built) {
            keepBuilt |= keep;
        } else if (keep) {
            results.add(input);
        } else {
            replaced.add(input);
        }
    }

    private static boolean keeps(BuilderRun.Link link, PostProcessor.Keep keep) {
        boolean byDefault = keep != PostProcessor.Keep.NO;
        return keep == PostProcessor.Keep.ALWAYS || link.keepInput().orElse(byDefault);
    }

    private void remove(Artifact artifact) {
        try {
            removal.accept(artifact);
        } catch (BuildException e) {
            failures.addAll(e.problems());
        }
    }
}
