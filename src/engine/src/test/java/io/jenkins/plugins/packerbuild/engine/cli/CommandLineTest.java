package io.jenkins.plugins.packerbuild.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static final String NULL_BUILDER = "{\"builders\": [{\"type\": \"null\", \"communicator\": \"none\"}]}";

    @TempDir
    Path work;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private String input = "";

    @BeforeEach
    void keepStateInTheTestsOwnDirectory() {
        environment.put("XDG_STATE_HOME", work.resolve("state").toString());
    }

    @Test
    void answersNoCommandWithUsageAnd127() {
        assertThat(run()).isEqualTo(127);
        assertThat(printed()).startsWith("Usage: packer-build COMMAND").contains("build", "validate", "cleanup");
    }

    @Test
    void answersAnUnknownCommandWithUsageAnd127() {
        assertThat(run("biuld", "x.json")).isEqualTo(127);
        assertThat(printed()).startsWith("Usage: packer-build COMMAND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "-help", "--help"})
    void answersHelpOfACommandWithItsUsageAnd0(String help) {
        assertThat(run("build", help)).isZero();
        assertThat(printed()).startsWith("Usage: packer-build build").contains("-parallel-builds");
    }

    @Test
    void answersAMissingTemplateWithUsageAnd1() {
        assertThat(run("validate")).isEqualTo(1);
        assertThat(printed()).startsWith("Usage: packer-build validate").contains("TEMPLATE");
    }

    @Test
    void answersAnUnknownOptionWithUsageAnd1() throws IOException {
        write("t.json", NULL_BUILDER);

        assertThat(run("build", "-paralel=false", "t.json")).isEqualTo(1);
        assertThat(printed()).contains("flag provided but not defined: -paralel. Did you mean -parallel-builds?");
    }

    @Test
    void saysWhatIsWrongWithTheCommandLineInPackersWords() throws IOException {
        write("t.json", NULL_BUILDER);

        assertThat(run("build", "-force=maybe", "t.json")).isEqualTo(1);
        assertThat(printed()).endsWith("\ninvalid boolean value \"maybe\" for -force: parse error\n");
        assertThat(run("validate", "t.json", "-var")).isEqualTo(1);
        assertThat(printed()).endsWith("\nflag needs an argument: -var\n");
        assertThat(run("build", "-parallel-builds=x", "t.json")).isEqualTo(1);
        assertThat(printed()).contains("invalid value \"x\" for flag -parallel-builds: parse error");
        assertThat(run("build", "-parallel=false", "t.json")).isEqualTo(1);
        assertThat(printed()).endsWith("-parallel. Use -parallel-builds=1 for one build after the other.\n");
        assertThat(run("validate", "-config-type=hcl2", "t.json")).isEqualTo(1);
        assertThat(printed()).contains("HCL2, which is not there yet");
        assertThat(run("validate", "t.json", "t.json")).isEqualTo(1);
        assertThat(printed()).endsWith("takes one argument, and 't.json' is one too many.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-force=1", "-force=F", "-timestamp-ui=T", "-config-type=json", "-only=,null,", "-only="})
    void takesWhatPackerTakes(String option) throws IOException {
        write("t.json", NULL_BUILDER);

        assertThat(run("build", option, "t.json")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "-help", "--help"})
    void answersHelpWithUsageAnd0(String help) {
        assertThat(run(help)).isZero();
        assertThat(printed()).startsWith("Usage: packer-build COMMAND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-v", "-version", "--version"})
    void answersTheVersionAlone(String option) {
        assertThat(run(option)).isZero();
        assertThat(printed()).isEqualTo("dev\n");
    }

    @Test
    void tellsTheVersionWhateverElseStandsThere() {
        assertThat(run("version", "-foo", "bar")).isZero();
        assertThat(printed()).isEqualTo("packer-build vdev (templates of Packer 1.6.6)\n");
    }

    @Test
    void tellsProgramsTheVersion() {
        assertThat(run("-machine-readable", "version")).isZero();
        assertThat(records())
                .isEqualTo(",version,dev\n,version-prelease,\n,version-commit,\n"
                        + ",ui,say,packer-build vdev (templates of Packer 1.6.6)\n");
    }

    @Test
    void tellsProgramsOfWrongUsageInRecords() {
        assertThat(run("validate", "-machine-readable")).isEqualTo(1);
        assertThat(records())
                .startsWith(",ui,say,Usage: packer-build validate [options] TEMPLATE\\n")
                .endsWith("\n,ui,error,This command needs one argument: the path of a template.\n");
    }

    @Test
    void tellsProgramsThatTheSyntaxIsRightAsPackerDoes() throws IOException {
        write("t.json", NULL_BUILDER);

        assertThat(run("validate", "-machine-readable", "-syntax-only", "t.json"))
                .isZero();
        assertThat(records()).isEqualTo(",ui,say,Syntax-only check passed. Everything looks okay.\n");
        out.reset();
        assertThat(run("validate", "-machine-readable", "t.json")).isZero();
        assertThat(records()).isEmpty();
    }

    private String records() {
        return printed().replaceAll("(?m)^[0-9]+,", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fmt", "hcl2_upgrade", "init", "plugins", "plugin", "execute", "push"})
    void answersPackersOtherCommandsWithOneSentence(String command) {
        assertThat(run(command)).isEqualTo(1);
        assertThat(printed().lines()).hasSize(1);
        assertThat(printed()).startsWith(command + " ");
    }

    @Test
    void validatesAGoodTemplate() throws IOException {
        write("t.json", NULL_BUILDER);

        assertThat(run("validate", "t.json")).isZero();
        assertThat(printed()).isEqualTo("The configuration is valid.\n");
    }

    @Test
    void readsTheTemplateFromStandardInput() {
        input = NULL_BUILDER;

        assertThat(run("validate", "-")).isZero();
    }

    @Test
    void tellsAMissingTemplate() {
        assertThat(run("build", "nope.json")).isEqualTo(1);
        assertThat(printed()).startsWith("Error: ").contains("nope.json").doesNotContain("Exception");
    }

    @Test
    void showsAStackTraceOnlyUnderPackerLog() {
        environment.put("PACKER_LOG", "1");

        assertThat(run("validate", "nope.json")).isEqualTo(1);
        assertThat(printed()).doesNotContain("BuildException");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("BuildException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-only=nul", "-except=nul"})
    void refusesANameThatNoBuildHas(String option) throws IOException {
        write("t.json", NULL_BUILDER);

        assertThat(run("validate", option, "t.json")).isEqualTo(1);
        assertThat(printed()).contains("names 'nul'").contains("Did you mean 'null'?");
    }

    @Test
    void takesOptionsWithOneOrTwoDashesBeforeOrAfterThePath() throws IOException {
        write(
                "t.json",
                "{\"variables\": {\"a\": null, \"b\": null}, \"builders\": [{\"type\": \"null\","
                        + " \"communicator\": \"none\", \"name\": \"{{user `a`}}{{user `b`}}\"}]}");

        assertThat(run("validate", "-var", "a=x", "t.json", "--var=b=y=z", "--only", "xy=z"))
                .isZero();
    }

    @Test
    void buildsAndLeavesNoSessionDirectory() throws IOException {
        write("t.json", NULL_BUILDER);

        assertThat(run("build", "t.json")).isZero();
        assertThat(printed())
                .contains("Build 'null' finished after ")
                .endsWith("==> Builds finished. The artifacts of successful builds are:\n"
                        + "--> null: Did not export anything. This is the null builder\n");
        assertThat(sessions()).isEmpty();
    }

    @Test
    void printsForProgramsWhereverTheOptionStands() throws IOException {
        write("t.json", NULL_BUILDER);

        assertThat(run("build", "t.json", "-machine-readable")).isZero();
        assertThat(printed().lines()).allMatch(line -> line.matches("[0-9]+,[^,]*,(ui|artifact|artifact-count),.*"));
        assertThat(printed()).contains(",null,artifact,0,builder-id,fnoeding.null\n");
    }

    @Test
    void writesTheCommandLineAsSpecIntoAGivenSessionDirectory() throws IOException {
        write("t.json", NULL_BUILDER);

        assertThat(run("build", "-session", work.resolve("s").toString(), "-fail-fast", "t.json"))
                .isZero();

        assertThat(Files.readString(work.resolve("s/spec.json"))).contains("\"template\"", "t.json");
        assertThat(Files.readString(work.resolve("s/result.json"))).contains("\"success\"");
        assertThat(Files.readAllLines(work.resolve("s/events.jsonl")).get(0)).contains("\"hello\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-machine-readable", "-color=false"})
    void refusesABuildNameThatShowsASecret(String option) throws IOException {
        write(
                "t.json",
                "{\"variables\": {\"db_password\": \"\"}, \"builders\": [{\"type\": \"null\","
                        + " \"communicator\": \"none\", \"name\": \"n-{{user `db_password`}}\"}]}");

        assertThat(run("build", option, "-var=db_password=correct-horse", "t.json"))
                .isEqualTo(1);
        assertThat(printed())
                .contains("The name of this builder shows a secret")
                .doesNotContain("correct-horse");
    }

    @Test
    void takesTheVarFilesOfACleanupAlsoWhenTheTemplateIsGone() throws IOException {
        Path dead = Files.createDirectories(work.resolve("dead"));
        Files.writeString(
                dead.resolve("ledger.jsonl"),
                "{\"protocol\":1,\"runId\":\"r\"}\n{\"entry\":1,\"state\":\"created\",\"builder\":\"web\","
                        + "\"kind\":\"droplet\",\"id\":\"7\",\"provider\":\"digitalocean\",\"region\":\"nyc3\","
                        + "\"endpoint\":\"http://127.0.0.1:1\",\"credentialSource\":\"api_token=variable t\"}\n");
        write("values.json", "{\"t\": \"some-token-of-digitalocean\"}");

        assertThat(run("cleanup", "-var-file=values.json", "dead")).isEqualTo(1);
        assertThat(printed()).contains("127.0.0.1:1").doesNotContain("Nobody gave the token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-var=novalue", "-parallel-builds=many", "-on-error=nothing"})
    void leavesNoDirectoryBehindForACommandLineThatIsWrong(String option) throws IOException {
        write("t.json", NULL_BUILDER);

        assertThat(run("build", option, "t.json")).isEqualTo(1);
        assertThat(sessions()).isEmpty();
    }

    @Test
    void makesNoSessionDirectoryWhereASpecShouldBe() {
        assertThat(run("build", "-session", "nowhere")).isEqualTo(1);
        assertThat(printed()).contains("There is no session directory");
        assertThat(work.resolve("nowhere")).doesNotExist();
    }

    @Test
    void findsTheTemplateOfASpecInItsWorkingDirectory() throws IOException {
        Path project = Files.createDirectory(work.resolve("project"));
        Files.writeString(project.resolve("t.json"), NULL_BUILDER);
        Path session = Files.createDirectory(work.resolve("s"));
        Files.writeString(
                session.resolve("spec.json"),
                "{\"protocol\": 1, \"template\": \"t.json\", \"workingDirectory\": \"" + project + "\"}");

        assertThat(run("build", "-session", "s")).as(printed()).isZero();
    }

    @Test
    void listsTheRunsToCleanUpWhenNoneIsNamed() throws IOException {
        assertThat(run("cleanup")).isEqualTo(1);
        assertThat(printed()).contains("None in '" + work.resolve("state/packer-build/sessions"));

        Path dead = Files.createDirectories(work.resolve("state/packer-build/sessions/dead"));
        Files.writeString(
                dead.resolve("ledger.jsonl"),
                "{\"protocol\":1,\"runId\":\"r\"}\n{\"entry\":1,\"state\":\"intent\",\"builder\":\"web\",\"kind\":\"droplet\"}\n");

        assertThat(run("cleanup")).isEqualTo(1);
        assertThat(printed()).contains("  packer-build cleanup " + dead, "web droplet");
    }

    @Test
    void cleansNothingInADirectoryOfSomethingElse() throws IOException {
        write("notes.txt", "mine");

        assertThat(run("cleanup", ".")).isEqualTo(1);
        assertThat(printed()).contains("the files in it are of no session");
        assertThat(work.resolve("lock")).doesNotExist();
    }

    @Test
    void showsTheStackTraceOfAFailedBuildOnlyUnderPackerLog() throws IOException {
        write("t.json", "{\"builders\": [{\"type\": \"file\", \"source\": \"gone\", \"target\": \"no/such/place\"}]}");

        assertThat(run("build", "t.json")).isEqualTo(1);
        assertThat(log.size()).isZero();

        environment.put("PACKER_LOG", "1");
        assertThat(run("build", "t.json")).isEqualTo(1);
        assertThat(printed()).doesNotContain("\tat ");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("build 'file' failed", "\tat ");
    }

    @Test
    void refusesWhatOnErrorDoesNotKnowBeforeAnythingRuns() throws IOException {
        write("t.json", NULL_BUILDER);

        assertThat(run("build", "-on-error=foo", "t.json")).isEqualTo(1);
        assertThat(printed())
                .startsWith("Usage:")
                .contains("invalid value \"foo\" for flag -on-error: expected one of"
                        + " [\"cleanup\" \"abort\" \"ask\" \"run-cleanup-provisioner\"]")
                .doesNotContain("Build 'null'");
    }

    @Test
    void masksTheValueOfAVariableThatIsSensitive() throws IOException {
        write(
                "t.json",
                "{\"variables\": {\"a\": null}, \"sensitive-variables\": [\"a\"],"
                        + " \"builders\": [{\"type\": \"null\", \"communicator\": \"none\", \"name\": \"n-{{user `a`}}\"},"
                        + " {\"type\": \"null\", \"nope\": \"{{user `a`}}\"}]}");

        assertThat(run("validate", "-var", "a=hunter22", "t.json")).isEqualTo(1);
        assertThat(printed()).doesNotContain("hunter22");
    }

    @Test
    void namesNoOptionOfOursLikeOneOfPackers() {
        List<String> packers = List.of(
                "-color",
                "-debug",
                "-force",
                "-machine-readable",
                "-on-error",
                "-parallel-builds",
                "-timestamp-ui",
                "-only",
                "-except",
                "-var",
                "-var-file",
                "-syntax-only",
                "-config-type",
                "-warn-on-undeclared-var",
                "-use-sequential-evaluation",
                "-ignore-prerelease-plugins",
                "-skip-enforcement",
                "-evaluate-datasources",
                "-no-warn-undeclared-var");

        assertThat(OwnOptions.NAMES).isNotEmpty().doesNotContainAnyElementsOf(packers);
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(log, true, StandardCharsets.UTF_8),
                environment,
                work,
                false,
                false);
        return PackerBuild.run(terminal, arguments);
    }

    private List<Path> sessions() throws IOException {
        Path root = work.resolve("state/packer-build/sessions");
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> sessions = Files.list(root)) {
            return sessions.toList();
        }
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(work.resolve(name), text);
    }
}
