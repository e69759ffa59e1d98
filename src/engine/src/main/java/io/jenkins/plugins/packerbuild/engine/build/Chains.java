package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessing;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs the chains of post-processors over the artifact of one build, one chain after another. One that fails ends its
 * chain, not the others. Nothing is removed before all of them have ended well. One use, one thread.
 */
final class Chains {

    /** Removes what an artifact stands for. */
    @FunctionalInterface
    interface Removal {
        /**
         * Removes it, but for what one of those that stay has, too.
         *
         * @throws BuildException when something remains
         */
        void remove(Artifact unwanted, Collection<Artifact> staying);
    }

    private final Artifact built;
    private final Function<BuilderRun.Link, PostProcessing> contexts;
    private final Removal removal;
    private final Set<Artifact> there = new LinkedHashSet<>();
    private final KeepVotes votes = new KeepVotes();
    private final List<Artifact> listed = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /**
     * Over a builder's artifact.
     *
     * @param contexts tells that a post-processor begins, and what it works with
     */
    Chains(Artifact built, Function<BuilderRun.Link, PostProcessing> contexts, Removal removal) {
        this.built = built;
        this.contexts = contexts;
        this.removal = removal;
        there.add(built);
    }

    /** What is there by now, each once: the builder's first, then in the order in which they were made. */
    List<Artifact> there() {
        return List.copyOf(there);
    }

    /**
     * What Packer lists after a success: one that is passed on is listed again for each chain, and one that was passed on
     * and then removed is listed, too.
     */
    List<Artifact> listed() {
        return List.copyOf(listed);
    }

    /**
     * Runs them all.
     *
     * @throws CancelledException when cancelled
     * @throws BuildException when one has failed, in the words of Packer's list of errors
     */
    void run(List<List<BuilderRun.Link>> chains) {
        if (chains.isEmpty()) {
            listed.add(built);
        }
        chains.forEach(this::chain);
        if (failures.isEmpty()) {
            votes.unwanted().forEach(this::remove);
        }
        if (!failures.isEmpty()) {
            String items = failures.stream().map(failure -> "* " + failure).collect(Collectors.joining("\n"));
            throw new BuildException(Problem.of(failures.size() + " error(s) occurred:\n\n" + items));
        }
    }

    private void chain(List<BuilderRun.Link> links) {
        Artifact current = built;
        boolean first = true;
        try {
            for (BuilderRun.Link link : links) {
                PostProcessor.Outcome outcome = link.postProcessor().process(current, contexts.apply(link));
                if (outcome.artifact().isEmpty()) {
                    votes.keep(current);
                    return;
                }
                Artifact next = outcome.artifact().get();
                settle(new Replacement(link, current, next), keeps(link, outcome.keep(), current), first);
                there.add(next);
                current = next;
                first = false;
            }
            listed.add(current);
            votes.keep(current);
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            failures.add("Post-processor failed: " + BuildException.from(e).getMessage());
        }
    }

    /** One post-processor, what it was given and what it has made of it, which may be the same. */
    private record Replacement(BuilderRun.Link link, Artifact input, Artifact output) {}

    private void settle(Replacement replacement, boolean keep, boolean first) {
        Artifact input = replacement.input();
        if (keep && !first) {
            listed.add(input);
        } else if (keep && (listed.isEmpty() || !listed.get(0).equals(built))) {
            listed.add(0, built);
        }
        if (replacement.output().equals(input)) {
            return;
        }
        if (keep) {
            votes.keep(input);
        } else {
            votes.drop(input, replacement.link().type());
        }
    }

    /** What nobody has asked to remove is not removed from a cloud. */
    private static boolean keeps(BuilderRun.Link link, PostProcessor.Keep keep, Artifact input) {
        boolean byDefault = keep != PostProcessor.Keep.NO || !input.images().isEmpty();
        return keep == PostProcessor.Keep.ALWAYS || link.keepInput().orElse(byDefault);
    }

    private void remove(Artifact unwanted, String type) {
        try {
            removal.remove(unwanted, votes.staying(there));
            there.remove(unwanted);
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            String words = BuildException.from(e).getMessage();
            failures.add(
                    unwanted.equals(built)
                            ? "Error destroying builder artifact: " + words + "; bad artifact: " + unwanted.files()
                            : "Failed cleaning up prior artifact: " + words + "; pp is " + type);
        }
    }
}
