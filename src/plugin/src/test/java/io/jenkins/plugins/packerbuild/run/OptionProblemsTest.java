package io.jenkins.plugins.packerbuild.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.options.BuildOptions;
import org.junit.jupiter.api.Test;

class OptionProblemsTest {

    private final BuildOptions options = new BuildOptions("example.json");

    @Test
    void findsNothingWrongWithTheDefaults() {
        assertThat(OptionProblems.of(options)).isEmpty();
    }

    @Test
    void refusesToAsk() {
        options.setOnError("ask");

        assertThat(OptionProblems.of(options))
                .containsExactly("Could not use onError 'ask' for template 'example.json': nobody can be asked while a"
                        + " Jenkins build runs. Write onError: 'cleanup', or onError: 'abort' to leave a failed build's"
                        + " machine as it is.");
    }
}
