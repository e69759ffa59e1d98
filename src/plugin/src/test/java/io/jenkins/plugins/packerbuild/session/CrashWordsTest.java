package io.jenkins.plugins.packerbuild.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrashWordsTest {

    private static final String START = "Error occurred during initialization of VM\n";

    @Test
    void blamesTheOptionsWhenAJavaDoesNotStartWithThem() {
        assertThat(CrashWords.sentence(
                        "agent 'a'", "1", START + "Initial heap size set to a larger value than the maximum heap size"))
                .isEqualTo("Could not run engine on agent 'a': Java refuses its options. Correct jvmOptions.");
    }

    @Test
    void blamesTheMemoryWhenThatIsWhyItDoesNotStart() {
        assertThat(CrashWords.sentence(
                        "agent 'a'", "1", START + "Could not reserve enough space for 9437184KB object heap"))
                .contains("the agent has not enough memory");
    }
}
