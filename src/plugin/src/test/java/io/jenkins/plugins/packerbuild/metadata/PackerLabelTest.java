package io.jenkins.plugins.packerbuild.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.session.SessionReport;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackerLabelTest {

    @Test
    void countsWhatIsBuilt() {
        assertThat(PackerLabel.of(Reports.mixed())).isEqualTo("example.json: 2/3 built");
    }

    @Test
    void isTheTemplateAloneAsLongAsNoBuilderIsKnown() {
        assertThat(PackerLabel.of(Reports.of("images\\base", List.of(), List.of())))
                .isEqualTo("base.json");
    }

    @Test
    void cutsWhatIsTooLong() {
        SessionReport report = Reports.of(
                "x".repeat(1_000_000), List.of(Reports.builder(0, "a", "null", Status.RUNNING, "")), List.of());

        assertThat(PackerLabel.of(report)).isEqualTo("x".repeat(60) + "…: 0/1 built");
    }
}
