package io.jenkins.plugins.packerbuild.reaper;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.session.Phase;
import io.jenkins.plugins.packerbuild.session.Purpose;
import io.jenkins.plugins.packerbuild.session.SessionRecord;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReaperTimesTest {

    private Duration now = Duration.ofHours(5);

    @Test
    void triesAtOnceThenLessAndLessOften() {
        Attempts attempts = new Attempts(() -> now);
        assertThat(attempts.isDue("a")).isTrue();

        attempts.begin("a");
        assertThat(waited(attempts)).isEqualTo(Duration.ofHours(1));
        attempts.begin("a");
        assertThat(waited(attempts)).isEqualTo(Duration.ofHours(6));
        attempts.begin("a");
        assertThat(waited(attempts)).isEqualTo(Duration.ofDays(1));
        attempts.begin("a");
        assertThat(waited(attempts)).isEqualTo(Duration.ofDays(1));
        assertThat(attempts.isDue("b")).isTrue();
    }

    @Test
    void triesWhenSomebodyWantsIt() {
        Attempts attempts = new Attempts(() -> now);
        attempts.begin("a");

        attempts.want("a");
        assertThat(attempts.isDue("a")).isTrue();
        assertThat(attempts.isWanted("a")).isTrue();

        attempts.begin("a");
        assertThat(attempts.isDue("a")).isFalse();
        assertThat(attempts.isWanted("a")).isFalse();
    }

    @Test
    void forgetsAttemptsOfForgottenSessions() {
        Attempts attempts = new Attempts(() -> now);
        attempts.begin("a");

        attempts.keep(Set.of("b"));

        assertThat(attempts.isDue("a")).isTrue();
    }

    @Test
    void measuresHowLongAnAgentIsAway() {
        Absences absences = new Absences(() -> now);

        assertThat(absences.seen("linux", false)).isZero();
        now = now.plusMinutes(20);
        assertThat(absences.seen("linux", false)).isEqualTo(Duration.ofMinutes(20));
        assertThat(absences.seen("other", false)).isZero();
        assertThat(absences.seen("linux", true)).isZero();
        now = now.plusMinutes(1);
        assertThat(absences.seen("linux", false)).isZero();
    }

    @Test
    void prefersTheAgentOfTheSessionAndTakesTheControllerLast() {
        assertThat(Places.of("b", List.of("a", "b", "c", ""))).containsExactly("b", "a", "c", "");
        assertThat(Places.of("gone", List.of("a", ""))).containsExactly("a", "");
        assertThat(Places.of("", List.of("a", ""))).containsExactly("", "a");
        assertThat(Places.of("gone", List.of())).isEmpty();
    }

    @Test
    void knowsTheDirectoriesOfAnAgent() {
        List<SessionRecord> sessions =
                List.of(session("linux", "/a/sessions/1"), session("windows", "C:\\a\\sessions\\2"));

        assertThat(Sweeps.known(sessions, "linux")).containsExactly("1");
        assertThat(Sweeps.known(sessions, "windows")).containsExactly("2");
        assertThat(Sweeps.known(sessions, "")).isEmpty();
    }

    private Duration waited(Attempts attempts) {
        Duration start = now;
        while (!attempts.isDue("a")) {
            now = now.plusMinutes(1);
        }
        return now.minus(start);
    }

    private static SessionRecord session(String node, String directory) {
        return new SessionRecord("id", "job#1", node, directory, Purpose.BUILD, "t.json", Phase.RUNNING, List.of());
    }
}
