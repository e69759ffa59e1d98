package io.jenkins.plugins.packerbuild.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.options.BuildOptions;
import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import io.jenkins.plugins.packerbuild.session.SessionReport;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final SessionReport.Builder BUILT =
            new SessionReport.Builder(0, "db", "null", Status.SUCCEEDED, 10, "", 0);
    private static final SessionReport.Builder BROKEN =
            new SessionReport.Builder(1, "web", "null", Status.FAILED, 10, "No such image.", 0);

    private final BuildOptions options = new BuildOptions("example.json");

    @Test
    void namesTheBuildsThatFailed() {
        Verdict verdict = Verdict.of(outcome(Status.FAILED, List.of(BUILT, BROKEN)), options);

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.FAILURE);
        assertThat(verdict.sentence()).isEqualTo("1 of 2 builds failed: web: No such image.");
    }

    @Test
    void isUnstableOnlyWhenSomethingWasBuilt() {
        options.setUnstableOnPartial(true);

        assertThat(Verdict.of(outcome(Status.FAILED, List.of(BUILT, BROKEN)), options)
                        .kind())
                .isEqualTo(Verdict.Kind.UNSTABLE);
        assertThat(Verdict.of(outcome(Status.FAILED, List.of(BROKEN)), options).kind())
                .isEqualTo(Verdict.Kind.FAILURE);
    }

    @Test
    void returnsAFailureWhenAskedTo() {
        options.setFailOnError(false);

        assertThat(Verdict.of(outcome(Status.FAILED, List.of(BROKEN)), options).kind())
                .isEqualTo(Verdict.Kind.RETURNED_FAILURE);
    }

    @Test
    void isUnstableAlsoWhenFailuresAreReturned() {
        options.setFailOnError(false);
        options.setUnstableOnPartial(true);

        assertThat(Verdict.of(outcome(Status.FAILED, List.of(BUILT, BROKEN)), options)
                        .kind())
                .isEqualTo(Verdict.Kind.UNSTABLE);
    }

    @Test
    void saysWhyASessionBroke() {
        SessionOutcome broken =
                new SessionOutcome(outcome(Status.RUNNING, List.of(BUILT)).report(), "The engine has died.", false);
        options.setUnstableOnPartial(true);

        assertThat(Verdict.of(broken, options)).isEqualTo(new Verdict(Verdict.Kind.FAILURE, "The engine has died."));
    }

    @Test
    void countsProblemsOfATemplate() {
        SessionReport report = new SessionReport(
                "id",
                "",
                "example.json",
                Status.FAILED,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of("It is wrong."),
                List.of(new SessionReport.Problem("example.json", 1, 2, "It is wrong.", "Change it.")));

        assertThat(Verdict.of(new SessionOutcome(report, "", false), options).sentence())
                .isEqualTo("Template 'example.json' has 1 problem.");
    }

    @Test
    void isASuccessWhenAllIsBuilt() {
        assertThat(Verdict.of(outcome(Status.SUCCEEDED, List.of(BUILT)), options))
                .isEqualTo(new Verdict(Verdict.Kind.SUCCESS, ""));
    }

    private static SessionOutcome outcome(Status status, List<SessionReport.Builder> builders) {
        return new SessionOutcome(
                new SessionReport(
                        "id", "run", "example.json", status, 10, builders, List.of(), List.of(), List.of(), List.of()),
                "",
                false);
    }
}
