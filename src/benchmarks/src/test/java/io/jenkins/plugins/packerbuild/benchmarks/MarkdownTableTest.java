package io.jenkins.plugins.packerbuild.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkdownTableTest {

    @Test
    void alignsItsColumns() {
        MarkdownTable table =
                new MarkdownTable("program", "s").row("ours", "128.4").row("packer", "1");

        assertThat(table).hasToString("""
                        | program |     s |
                        | ------- | ----: |
                        | ours    | 128.4 |
                        | packer  |     1 |
                        """);
    }

    @Test
    void refusesARowThatDoesNotFit() {
        MarkdownTable table = new MarkdownTable("program", "s");

        assertThatThrownBy(() -> table.row("ours")).isInstanceOf(IllegalArgumentException.class);
    }
}
