package io.jenkins.plugins.packerbuild.reaper;

import static io.jenkins.plugins.packerbuild.reaper.Orphan.Decision.ADOPT;
import static io.jenkins.plugins.packerbuild.reaper.Orphan.Decision.CLEAN_UP;
import static io.jenkins.plugins.packerbuild.reaper.Orphan.Decision.FORGET;
import static io.jenkins.plugins.packerbuild.reaper.Orphan.Decision.LEAVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.reaper.Orphan.Agent;
import io.jenkins.plugins.packerbuild.reaper.Orphan.Agent.State;
import io.jenkins.plugins.packerbuild.reaper.Orphan.Build;
import io.jenkins.plugins.packerbuild.reaper.Orphan.Leftovers;
import io.jenkins.plugins.packerbuild.reaper.Orphan.Progress;
import io.jenkins.plugins.packerbuild.session.Phase;
import io.jenkins.plugins.packerbuild.session.Purpose;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrphanTest {

    private static final Build RUNNING = new Build(true);
    private static final Build OVER = new Build(false);
    private static final Agent ONLINE = new Agent(State.ONLINE, Duration.ZERO);
    private static final Agent AWAY = new Agent(State.AWAY, Duration.ofMinutes(14));
    private static final Agent LONG_AWAY = new Agent(State.AWAY, Duration.ofMinutes(15));
    private static final Agent REMOVED = new Agent(State.REMOVED, Duration.ZERO);
    private static final Leftovers NOTHING = new Leftovers(false, false, true);
    private static final Leftovers SOMETHING = new Leftovers(true, false, true);

    @ParameterizedTest
    @EnumSource(Phase.class)
    void leavesASessionThatSomebodyLeads(Phase phase) {
        Progress followed = new Progress(Purpose.BUILD, phase, true);

        assertThat(new Orphan(followed, OVER, ONLINE, SOMETHING).decide()).isEqualTo(LEAVE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"PREPARING", "LAUNCHING", "RUNNING", "FINISHING"})
    void leavesASessionToABuildThatRuns(Phase phase) {
        assertThat(decide(build(phase), RUNNING, ONLINE, SOMETHING)).isEqualTo(LEAVE);
        assertThat(decide(build(phase), RUNNING, LONG_AWAY, SOMETHING)).isEqualTo(LEAVE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"LAUNCHING", "RUNNING", "FINISHING"})
    void adoptsTheEngineOfABuildThatIsOver(Phase phase) {
        assertThat(decide(build(phase), OVER, ONLINE, NOTHING)).isEqualTo(ADOPT);
        assertThat(decide(build(phase), OVER, ONLINE, SOMETHING)).isEqualTo(ADOPT);
    }

    @Test
    void forgetsASessionThatWasNeverStarted() {
        assertThat(decide(build(Phase.PREPARING), OVER, REMOVED, NOTHING)).isEqualTo(FORGET);
        assertThat(decide(build(Phase.PREPARING), OVER, ONLINE, NOTHING)).isEqualTo(FORGET);
    }

    @Test
    void waitsForAnAgentThatMayComeBack() {
        assertThat(decide(build(Phase.RUNNING), OVER, AWAY, SOMETHING)).isEqualTo(LEAVE);
        assertThat(decide(build(Phase.RUNNING), OVER, LONG_AWAY, NOTHING)).isEqualTo(LEAVE);
    }

    @Test
    void cleansUpElsewhereWithoutTheAgent() {
        assertThat(decide(build(Phase.RUNNING), OVER, LONG_AWAY, SOMETHING)).isEqualTo(CLEAN_UP);
        assertThat(decide(build(Phase.RUNNING), OVER, REMOVED, SOMETHING)).isEqualTo(CLEAN_UP);
        assertThat(decide(build(Phase.RUNNING), OVER, REMOVED, NOTHING)).isEqualTo(FORGET);
    }

    @Test
    void cleansUpWhatAnEndedSessionHasLeftAlsoWhileItsBuildRunsOn() {
        assertThat(decide(build(Phase.ENDED), RUNNING, ONLINE, SOMETHING)).isEqualTo(CLEAN_UP);
        assertThat(decide(build(Phase.ENDED), OVER, REMOVED, SOMETHING)).isEqualTo(CLEAN_UP);
        assertThat(decide(build(Phase.ENDED), RUNNING, ONLINE, NOTHING)).isEqualTo(LEAVE);
        assertThat(decide(build(Phase.ENDED), OVER, ONLINE, NOTHING)).isEqualTo(FORGET);
    }

    @Test
    void keepsWhatWasLeftOnPurpose() {
        Leftovers wanted = new Leftovers(true, true, true);

        assertThat(decide(build(Phase.ENDED), OVER, ONLINE, wanted)).isEqualTo(LEAVE);
    }

    @Test
    void triesNotAllTheTime() {
        Leftovers later = new Leftovers(true, false, false);

        assertThat(decide(build(Phase.ENDED), OVER, ONLINE, later)).isEqualTo(LEAVE);
        assertThat(decide(build(Phase.RUNNING), OVER, REMOVED, later)).isEqualTo(LEAVE);
    }

    @Test
    void goesOnWithACleanupThatARestartHasInterrupted() {
        assertThat(decide(cleanup(Phase.PREPARING), OVER, ONLINE, SOMETHING)).isEqualTo(ADOPT);
        assertThat(decide(cleanup(Phase.RUNNING), OVER, ONLINE, SOMETHING)).isEqualTo(ADOPT);
        assertThat(decide(cleanup(Phase.RUNNING), OVER, REMOVED, SOMETHING)).isEqualTo(CLEAN_UP);
        assertThat(decide(cleanup(Phase.ENDED), OVER, ONLINE, SOMETHING)).isEqualTo(CLEAN_UP);
    }

    private static Orphan.Decision decide(Progress progress, Build build, Agent agent, Leftovers leftovers) {
        return new Orphan(progress, build, agent, leftovers).decide();
    }

    private static Progress build(Phase phase) {
        return new Progress(Purpose.BUILD, phase, false);
    }

    private static Progress cleanup(Phase phase) {
        return new Progress(Purpose.CLEANUP, phase, false);
    }
}
