package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.template.InterpolationCases.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares what we render with what Packer's console has printed for each expression in {@code cases.txt}, with the
 * variables of {@code console.json}; and the recording with what the installed Packer prints today. To add a case write
 * its expression on a line of its own, and run this test with {@code -Dinterpolation.record=true}.
 */
class InterpolationPeerTest {

    private static final Path PACKER = Path.of("/usr/bin/packer");
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

    private static final Interpolation INTERPOLATION = interpolation();

    @TempDir
    Path folder;

    static List<Case> cases() {
        return InterpolationCases.read();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rendersAsPackerDidWhenItsAnswersWereRecorded(Case recorded) {
        switch (recorded.kind()) {
            case ANSWER -> assertThat(ours(recorded)).isEqualTo(recorded.answer());
            case FORM -> assertThat(ours(recorded)).matches(recorded.answer());
            case FAILURE ->
                assertThatThrownBy(() -> ours(recorded))
                        .isInstanceOf(BuildException.class)
                        .message()
                        .containsIgnoringWhitespaces(recorded.answer());
        }
    }

    @Test
    void answersOfTheInstalledPackerAreTheRecordedOnes() throws Exception {
        boolean record = Boolean.getBoolean("interpolation.record");
        boolean required = record || "required".equals(System.getProperty("peers"));
        assumeTrue(required || Files.isExecutable(PACKER), "skipped: there is no " + PACKER);
        List<Case> recorded = cases();

        List<Case> now = InterpolationCases.ask(PACKER, folder, recorded);

        if (record) {
            InterpolationCases.write(now);
        }
        assertThat(now.stream().map(Case::shown).collect(Collectors.joining()))
                .isEqualTo(recorded.stream().map(Case::shown).collect(Collectors.joining()));
    }

    private static String ours(Case one) {
        return INTERPOLATION.renderUntilStable(one.text());
    }

    private static Interpolation interpolation() {
        ProblemCollector problems = new ProblemCollector();
        Template template = Template.read(InterpolationCases.TEMPLATE, "console.json", problems);
        RunFacts facts = new RunFacts(START, Path.of("/T/A"), Path.of("/w"), Map.of());
        Variables variables = Variables.resolve(template, GivenVariables.none(), facts, problems);
        problems.throwIfAny();
        return Interpolation.of(facts, variables);
    }

    @Test
    void hasEnoughCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(600);
        assertThat(cases().stream().filter(one -> one.kind() == InterpolationCases.Kind.FAILURE))
                .hasSizeGreaterThan(250);
    }
}
