package io.jenkins.plugins.packerbuild.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.credentials.PackerVariable;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionCheckTest {

    private final BuildOptions options = new BuildOptions("example.json");

    @Test
    void findsNothingInTheDefaults() {
        assertThat(OptionCheck.problem(options)).isEmpty();
    }

    @Test
    void refusesToAsk() {
        options.setOnError("ask");

        assertThat(OptionCheck.problem(options).orElseThrow())
                .startsWith("Could not use onError 'ask': nobody is there to answer.")
                .contains("'cleanup'", "'abort'");
    }

    @Test
    void namesAWayThatDoesNotExist() {
        options.setOnError("explode");

        assertThat(OptionCheck.problem(options).orElseThrow()).contains("'explode': there is no such way");
    }

    @Test
    void wantsATemplate() {
        assertThat(OptionCheck.problem(new BuildOptions(" ")).orElseThrow()).contains("no template");
    }

    @Test
    void wantsNamesOfVariables() {
        options.setVars(List.of(new PackerVariable("", "x")));

        assertThat(OptionCheck.problem(options).orElseThrow()).contains("packerVar(name: 'region'");
    }
}
