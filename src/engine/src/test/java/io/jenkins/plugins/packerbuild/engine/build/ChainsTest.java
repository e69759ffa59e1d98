package io.jenkins.plugins.packerbuild.engine.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.artifact.Image;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessing;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor.Keep;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainsTest {

    private static final Artifact BUILT = files("built", "a.txt");
    private static final Artifact ZIP = files("zip", "a.zip");
    private static final Artifact SUM = files("sum", "a.txt", "a.md5");

    private final List<String> removed = new ArrayList<>();
    private final List<String> staying = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void keepsAndListsWhatWasBuiltWhenThereIsNoChain() {
        Chains chains = run(BUILT, List.of());

        assertThat(chains.there()).containsExactly(BUILT);
        assertThat(chains.listed()).containsExactly(BUILT);
        assertThat(removed).isEmpty();
    }

    @Test
    void listsAnArtifactThatIsPassedOnAgainForEachChain() {
        Chains chains = run(BUILT, List.of(List.of(pass()), List.of(pass(), pass())));

        assertThat(chains.listed()).containsExactly(BUILT, BUILT, BUILT, BUILT);
        assertThat(chains.there()).containsExactly(BUILT);
        assertThat(removed).isEmpty();
    }

    @Test
    void removesWhatWasReplacedOnceAllChainsHaveEnded() {
        Chains chains = run(BUILT, List.of(List.of(make(ZIP, Keep.NO)), List.of(note("second chain"))));

        assertThat(ran).containsExactly("second chain");
        assertThat(removed).isEmpty();
        assertThat(chains.there()).containsExactly(BUILT, ZIP);

        Chains alone = run(BUILT, List.of(List.of(make(ZIP, Keep.NO))));

        assertThat(removed).containsExactly("built");
        assertThat(staying).containsExactly("zip");
        assertThat(alone.there()).containsExactly(ZIP);
        assertThat(alone.listed()).containsExactly(ZIP);
    }

    @Test
    void oneVoteToKeepIsEnough() {
        Chains chains = run(BUILT, List.of(List.of(make(ZIP, Keep.NO)), List.of(make(SUM, Keep.ALWAYS))));

        assertThat(removed).isEmpty();
        assertThat(chains.there()).containsExactly(BUILT, ZIP, SUM);
        assertThat(chains.listed()).containsExactly(BUILT, ZIP, SUM);
    }

    @Test
    void keepInputArtifactBeatsTheDefaultButNotAForcedKeep() {
        run(BUILT, List.of(List.of(make(ZIP, Keep.NO, true))));
        run(BUILT, List.of(List.of(make(SUM, Keep.ALWAYS, false))));
        assertThat(removed).isEmpty();

        run(BUILT, List.of(List.of(make(ZIP, Keep.UNLESS_REFUSED, false))));
        assertThat(removed).containsExactly("built");
    }

    @Test
    void whatIsPassedOnAndThenReplacedGoesThoughPackerListsIt() {
        Chains chains = run(BUILT, List.of(List.of(pass(), make(ZIP, Keep.NO))));

        assertThat(removed).containsExactly("built");
        assertThat(chains.listed()).containsExactly(BUILT, ZIP);
        assertThat(chains.there()).containsExactly(ZIP);
    }

    @Test
    void whatAnotherChainEndsWithStays() {
        run(BUILT, List.of(List.of(pass()), List.of(pass(), make(ZIP, Keep.NO))));

        assertThat(removed).isEmpty();
    }

    @Test
    void listsAnIntermediateThatIsKept() {
        Chains chains = run(BUILT, List.of(List.of(make(SUM, Keep.ALWAYS), make(ZIP, Keep.NO, true))));

        assertThat(chains.listed()).containsExactly(BUILT, SUM, ZIP);
        assertThat(removed).isEmpty();
    }

    @Test
    void removesAnIntermediateAndSaysWhatStays() {
        run(BUILT, List.of(List.of(make(SUM, Keep.ALWAYS), make(ZIP, Keep.NO))));

        assertThat(removed).containsExactly("sum");
        assertThat(staying).containsExactly("built", "zip");
    }

    @Test
    void anImageGoesOnlyWhenTheTemplateSaysSo() {
        Artifact image = new Artifact(
                "a",
                "amazon-ebs",
                "",
                "ami-1",
                "image",
                List.of(new Image("ami-1", "eu-1", List.of("eu-1"))),
                List.of());

        Chains unsaid = run(image, List.of(List.of(make(ZIP, Keep.NO))));
        assertThat(unsaid.listed()).containsExactly(image, ZIP);
        assertThat(removed).isEmpty();

        run(image, List.of(List.of(make(ZIP, Keep.NO, false))));
        assertThat(removed).containsExactly("image");
    }

    @Test
    void removesNothingWhenAChainFailsAndRunsTheOthers() {
        Chains chains = chains(BUILT);

        assertThatThrownBy(() -> chains.run(List.of(
                        List.of(make(SUM, Keep.UNLESS_REFUSED, false), make(ZIP, Keep.NO), fail("disk is full")),
                        List.of(note("second chain")),
                        List.of(fail("no luck"), note("never")))))
                .isInstanceOf(BuildException.class)
                .hasMessage("2 error(s) occurred:\n\n* Post-processor failed: disk is full\n"
                        + "* Post-processor failed: no luck");

        assertThat(removed).isEmpty();
        assertThat(chains.there()).containsExactly(BUILT, SUM, ZIP);
        assertThat(ran).containsExactly("second chain");
    }

    @Test
    void keepsAllThatIsThereWhenCancelled() {
        Chains chains = chains(BUILT);

        assertThatThrownBy(() ->
                        chains.run(List.of(List.of(make(ZIP, Keep.NO), cancel()), List.of(note("second chain")))))
                .isInstanceOf(CancelledException.class);

        assertThat(removed).isEmpty();
        assertThat(ran).isEmpty();
        assertThat(chains.there()).containsExactly(BUILT, ZIP);
    }

    @Test
    void anArtifactThatCannotBeRemovedStaysListedAndFailsTheBuild() {
        Chains chains = new Chains(BUILT, link -> context(), (unwanted, others) -> {
            throw BuildException.of("Could not remove it.");
        });

        assertThatThrownBy(() -> chains.run(List.of(List.of(make(ZIP, Keep.NO)))))
                .hasMessage("1 error(s) occurred:\n\n* Error destroying builder artifact: Could not remove it.;"
                        + " bad artifact: [a.txt]");

        assertThat(chains.there()).containsExactly(BUILT, ZIP);
    }

    private Chains run(Artifact built, List<List<BuilderRun.Link>> links) {
        Chains chains = chains(built);
        chains.run(links);
        return chains;
    }

    private Chains chains(Artifact built) {
        return new Chains(built, link -> context(), (unwanted, others) -> {
            removed.add(unwanted.description());
            others.forEach(other -> staying.add(other.description()));
        });
    }

    private PostProcessing context() {
        Narrator narrator = new Narrator("a", new RecordingListener());
        return new PostProcessing(
                new RunIdentity("run-1", Instant.EPOCH),
                new StepRunner(narrator, cancellation, new VirtualClock(), OnError.CLEANUP),
                Map.of(),
                text -> text);
    }

    private static BuilderRun.Link pass() {
        return link(Optional.empty(), (artifact, context) -> outcome(artifact, Keep.ALWAYS));
    }

    private static BuilderRun.Link make(Artifact made, Keep keep) {
        return link(Optional.empty(), (artifact, context) -> outcome(made, keep));
    }

    private static BuilderRun.Link make(Artifact made, Keep keep, boolean keepInput) {
        return link(Optional.of(keepInput), (artifact, context) -> outcome(made, keep));
    }

    private BuilderRun.Link note(String text) {
        return link(Optional.empty(), (artifact, context) -> {
            ran.add(text);
            return outcome(artifact, Keep.ALWAYS);
        });
    }

    private static BuilderRun.Link fail(String why) {
        return link(Optional.empty(), (artifact, context) -> {
            throw BuildException.of(why);
        });
    }

    private BuilderRun.Link cancel() {
        return link(Optional.empty(), (artifact, context) -> {
            cancellation.cancel("enough");
            context.scope().cancellation().throwIfCancelled();
            return outcome(artifact, Keep.ALWAYS);
        });
    }

    private static BuilderRun.Link link(Optional<Boolean> keepInput, PostProcessor postProcessor) {
        return new BuilderRun.Link("fake", "fake", keepInput, postProcessor);
    }

    private static PostProcessor.Outcome outcome(Artifact artifact, Keep keep) {
        return new PostProcessor.Outcome(Optional.of(artifact), keep);
    }

    private static Artifact files(String description, String... files) {
        return new Artifact("a", "file", "packer.file", "File", description, List.of(), List.of(files));
    }
}
