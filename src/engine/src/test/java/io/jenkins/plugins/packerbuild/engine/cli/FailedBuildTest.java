package io.jenkins.plugins.packerbuild.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code -on-error} and {@code -debug} do at a terminal and without one. */
class FailedBuildTest {

    private static final String QUESTION = "==> file: [c] Clean up and exit, [a] abort without cleanup,"
            + " or [r] retry step (build may fail even if retry succeeds)? ";

    @TempDir
    Path work;

    private TestTerminal terminal;

    @BeforeEach
    void writesTemplates() throws IOException {
        terminal = new TestTerminal(work);
        terminal.write(
                "bad.json", "{\"builders\": [{\"type\": \"file\", \"source\": \"gone\", \"target\": \"copy\"}]}");
        terminal.write(
                "two.json",
                "{\"builders\": [{\"type\": \"null\", \"communicator\": \"none\", \"name\": \"a\"},"
                        + " {\"type\": \"null\", \"communicator\": \"none\", \"name\": \"b\"}]}");
        terminal.write(
                "cleanup.json",
                "{\"builders\": [{\"type\": \"null\", \"communicator\": \"none\"}],"
                        + " \"error-cleanup-provisioner\": {\"type\": \"shell\", \"inline\": [\"true\"]}}");
    }

    @Test
    void asksAndTriesAgain() {
        terminal.interactive();

        assertThat(terminal.runWith("r\nc\n", "build", "-on-error=ask", "-color=false", "bad.json"))
                .isEqualTo(1);
        assertThat(terminal.printed().split(java.util.regex.Pattern.quote(QUESTION), -1))
                .hasSize(3);
        assertThat(terminal.printed()).contains("==> file: Step \"StoreFileStep\" failed\n");
    }

    @Test
    void asksNobodyWithoutATerminal() {
        assertThat(terminal.runWith("r\n", "build", "-on-error=ask", "bad.json"))
                .isEqualTo(1);
        assertThat(terminal.printed())
                .contains("==> file: Step \"StoreFileStep\" failed\n")
                .doesNotContain("[c] Clean up");
    }

    @Test
    void abortsInPackersWords() {
        assertThat(terminal.run("build", "-on-error=abort", "bad.json")).isEqualTo(1);
        assertThat(terminal.printed()).contains("==> file: Step \"StoreFileStep\" failed, aborting...\n");
    }

    @Test
    void pausesAfterAndBeforeEveryStepOfOneBuildAfterAnother() {
        terminal.interactive();

        assertThat(terminal.runWith("\n\n\n\n\n\n\n\n", "build", "-debug", "-color=false", "two.json"))
                .isZero();
        assertThat(terminal.printed())
                .startsWith("Debug mode enabled. Builds will not be parallelized.\n")
                .contains("==> a: Pausing after run of step 'StepConnect'. Press enter to continue. "
                        + "==> a: Pausing after run of step 'StepProvision'. Press enter to continue. "
                        + "==> a: Pausing before cleanup of step 'StepProvision'. Press enter to continue. "
                        + "==> a: Pausing before cleanup of step 'StepConnect'. Press enter to continue. "
                        + "Build 'a' finished after")
                .contains("==> b: Pausing after run of step 'StepConnect'. Press enter to continue. ");
    }

    @Test
    void debugsWithoutAPauseWhereThereIsNoTerminal() {
        assertThat(terminal.run("build", "-debug", "two.json")).isZero();
        assertThat(terminal.printed())
                .startsWith("Debug mode enabled. Builds will not be parallelized.\n")
                .doesNotContain("Press enter");
    }

    @Test
    void refusesAnErrorCleanupThatNeedsAMachineWhereThereIsNone() {
        assertThat(terminal.run("validate", "cleanup.json")).isEqualTo(1);
        assertThat(terminal.printed())
                .contains(
                        "The error-cleanup-provisioner (shell) needs a machine, and build 'null' (null) reaches none.");
    }
}
