package io.jenkins.plugins.packerbuild.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void leavesAShortTextAsItIs() {
        assertThat(Excerpt.of("short", 5)).isEqualTo("short");
    }

    @Test
    void saysHowMuchIsLeftOut() {
        assertThat(Excerpt.of("0123456789", 4)).isEqualTo("0123... (6 more characters)");
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(Excerpt.of("a🚀b", 2)).isEqualTo("a... (3 more characters)");
    }

    @Test
    void keepsProblemsOfATemplateReadable() {
        ProblemCollector problems = new ProblemCollector();
        problems.add(Problem.of("x".repeat(1 << 20)).withCure("y".repeat(1 << 20)));

        assertThat(problems.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).hasSizeLessThan(5000));
    }
}
