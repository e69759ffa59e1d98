package io.jenkins.plugins.packerbuild.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.session.SessionReport;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionResultTest {

    @Test
    void keepsAllWithTheProblemsAmongTheErrors() {
        SessionReport report = SessionResult.of(Reports.mixed(), null, 1).toReport();

        assertThat(report)
                .usingRecursiveComparison()
                .ignoringFields("problems", "errors")
                .isEqualTo(Reports.mixed());
        assertThat(report.problems()).isEmpty();
        assertThat(report.errors())
                .containsExactly("db: No capacity.", "example.json:3:5: unknown option 'amy' Write 'ami_name'.");
    }

    @Test
    void saysAProblemOnceWhenItIsAmongTheErrorsAlready() {
        SessionReport mixed = Reports.mixed();
        List<String> errors = SessionResult.of(mixed, null, 1).getErrors();
        SessionReport again = new SessionReport(
                "3f",
                "run-1",
                "example.json",
                Status.FAILED,
                0,
                List.of(),
                List.of(),
                List.of(),
                errors,
                mixed.problems());

        assertThat(SessionResult.of(again, null, 1).getErrors()).isEqualTo(errors);
    }

    @Test
    void keepsHostileNamesAsTheyAre() {
        SessionReport report = Reports.of(
                "a",
                List.of(
                        Reports.builder(0, Reports.HOSTILE, "null", Status.FAILED, Reports.HOSTILE),
                        Reports.builder(1, "../../x", "null", Status.RUNNING, "")),
                List.of());

        assertThat(SessionResult.of(report, null, 1).getBuilders())
                .extracting(BuilderResult::getName)
                .containsExactly(Reports.HOSTILE, "../../x");
    }

    @Test
    void cutsWhatALyingAgentSays() {
        String huge = "x".repeat(1_000_000);
        List<SessionReport.Builder> many = new ArrayList<>();
        for (int index = 0; index < 5_000; index++) {
            many.add(Reports.builder(index, huge, huge, Status.FAILED, huge));
        }

        SessionResult result = SessionResult.of(Reports.of("a", many, List.of()), null, 1);

        assertThat(result.getBuilders()).hasSize(1_000);
        assertThat(result.getBuilders().get(0).getName()).hasSize(500).endsWith("…");
        assertThat(result.getBuilders().get(0).getError()).hasSize(4_000);
    }

    @Test
    void replacesWhatXmlCannotHold() {
        SessionReport report = Reports.of(
                "a",
                List.of(Reports.builder(0, "a\u0000b\u001bc\uD800d\uFFFE🙂\tx\ny", "null", Status.FAILED, "")),
                List.of());

        assertThat(SessionResult.of(report, null, 1).getBuilders().get(0).getName())
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFD🙂\tx\ny");
    }

    @Test
    void isSmallWithManyBuilders() throws IOException {
        List<SessionReport.Builder> builders = new ArrayList<>();
        List<SessionReport.Artifact> artifacts = new ArrayList<>();
        for (int index = 0; index < 200; index++) {
            builders.add(Reports.builder(index, "builder-" + index, "amazon-ebs", Status.SUCCEEDED, ""));
            artifacts.add(Reports.artifact("builder-" + index, "amazon-ebs", "ami-" + index, "us-east-1", "x:ami"));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new ObjectOutputStream(bytes).writeObject(SessionResult.of(Reports.of("a", builders, artifacts), null, 1));

        assertThat(bytes.size()).isLessThan(100_000);
    }

    @Test
    void saysDurationsInWords() {
        assertThat(Spans.words(0)).isEmpty();
        assertThat(Spans.words(20)).isEqualTo("20\u00a0ms");
        assertThat(Spans.words(252_000)).isEqualTo("4\u00a0min 12\u00a0s");
        assertThat(Spans.words(3_725_000)).isEqualTo("1\u00a0h 2\u00a0min 5\u00a0s");
    }
}
