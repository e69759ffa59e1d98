package io.jenkins.plugins.packerbuild.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScenarioTest {

    @Test
    void takesTheTwoKindsInTurn() {
        assertThat(Scenario.ofBuilders(1)).isEqualTo(new Scenario(1, 0));
        assertThat(Scenario.ofBuilders(2)).isEqualTo(new Scenario(1, 1));
        assertThat(Scenario.ofBuilders(7)).isEqualTo(new Scenario(4, 3));
        assertThat(Scenario.ofBuilders(8).builders()).isEqualTo(8);
    }
}
