package io.jenkins.plugins.packerbuild.engine.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent.Build;
import io.jenkins.plugins.packerbuild.engine.event.BuildListener;
import io.jenkins.plugins.packerbuild.engine.event.BuildStatus;
import io.jenkins.plugins.packerbuild.engine.event.LedgerLine;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text, true);
    private final VirtualClock clock = new VirtualClock();

    @Test
    void writesPackersShapeForPeople() {
        tellARunOfTwo(human(false, false));

        assertThat(text.toString()).isEqualTo("""
                        ==> a: Creating a, b
                        ==> a: and c
                            b: from the machine
                            b:
                        ==> b: on standard error
                        Build 'a' finished after 2 seconds 44 milliseconds.
                        Build 'b' errored after 1 minute 1 second: no luck

                        ==> Wait completed after 1 minute 2 seconds

                        ==> Some builds didn't complete successfully and had errors:
                        --> b: no luck

                        ==> Builds finished. The artifacts of successful builds are:
                        --> a: AMIs were created:
                        us-east-1: ami-1

                        """);
    }

    @Test
    void givesEveryBuildAColourAndErrorsRed() {
        tellARunOfTwo(human(true, false));

        assertThat(text.toString())
                .startsWith("\u001b[1;32ma: output will be in this color.\u001b[0m\n"
                        + "\u001b[1;36mb: output will be in this color.\u001b[0m\n\n"
                        + "\u001b[1;32m==> a: Creating a, b\n==> a: and c\u001b[0m\n"
                        + "\u001b[0;36m    b: from the machine\u001b[0m\n"
                        + "\u001b[0;36m    b:\u001b[0m\n"
                        + "\u001b[1;31m==> b: on standard error\u001b[0m\n"
                        + "\u001b[1;32mBuild 'a' finished after 2 seconds 44 milliseconds.\u001b[0m\n"
                        + "\u001b[1;31mBuild 'b' errored after 1 minute 1 second: no luck\u001b[0m\n"
                        + "\n==> Wait completed");
    }

    @Test
    void stampsTheFirstLineOfEveryBlockOfABuild() {
        tellARunOfTwo(human(false, true));

        assertThat(text.toString())
                .startsWith("2026-01-02T08:34:05+05:30: ==> a: Creating a, b\n==> a: and c\n"
                        + "2026-01-02T08:34:05+05:30:     b: from the machine\n")
                .contains("\n\n==> Wait completed");
    }

    @Test
    void writesPackersLinesForPrograms() {
        tellARunOfTwo(new MachineReadableConsole(out, clock, "packer-build cleanup DIR"));

        assertThat(text.toString().replace("1767323045,", "T,")).isEqualTo("""
                        T,,ui,say,==> a: Creating a%!(PACKER_COMMA) b\\n==> a: and c
                        T,,ui,message,    b: from the machine
                        T,,ui,message,    b:
                        T,,ui,error,==> b: on standard error
                        T,,ui,say,Build 'a' finished after 2 seconds 44 milliseconds.
                        T,,ui,error,Build 'b' errored after 1 minute 1 second: no luck
                        T,,ui,say,\\n==> Wait completed after 1 minute 2 seconds
                        T,,error-count,1
                        T,,ui,error,\\n==> Some builds didn't complete successfully and had errors:
                        T,b,error,no luck
                        T,,ui,error,--> b: no luck
                        T,,ui,say,\\n==> Builds finished. The artifacts of successful builds are:
                        T,a,artifact-count,1
                        T,a,artifact,0,builder-id,mitchellh.amazonebs
                        T,a,artifact,0,id,us-east-1:ami-1
                        T,a,artifact,0,string,AMIs were created:\\nus-east-1: ami-1\\n
                        T,a,artifact,0,files-count,1
                        T,a,artifact,0,file,0,a%!(PACKER_COMMA)b.txt
                        T,a,artifact,0,end
                        T,,ui,say,--> a: AMIs were created:\\nus-east-1: ami-1\\n
                        """);
    }

    @Test
    void escapesCommasInTargets() {
        BuildListener console = new MachineReadableConsole(out, clock, "");

        console.on(new BuildEvent.BuildFinished("a,b", BuildStatus.FAILED, Duration.ZERO, "e", List.of()));
        console.on(new BuildEvent.RunFinished(false, false, Duration.ZERO));

        assertThat(text.toString()).contains(",a%!(PACKER_COMMA)b,error,e\n");
    }

    @Test
    void saysThatNothingWasMade() {
        human(false, false).on(new BuildEvent.RunFinished(false, false, Duration.ofNanos(3000)));

        assertThat(text.toString())
                .isEqualTo(
                        "\n==> Wait completed after 3 microseconds\n\n==> Builds finished but no artifacts were created.\n");
    }

    @Test
    void saysCancelledOfCancelledBuildsAndLeavesOutTheSummary() {
        BuildListener console = human(false, false);

        console.on(new BuildEvent.BuildFinished("a", BuildStatus.CANCELLED, Duration.ofSeconds(1), "", List.of()));
        console.on(new BuildEvent.RunFinished(false, true, Duration.ofSeconds(2)));

        assertThat(text.toString())
                .isEqualTo("Build 'a' cancelled after 1 second.\n\n==> Wait completed after 2 seconds\n"
                        + "Cleanly cancelled builds after being interrupted.\n");
    }

    @Test
    void namesMarkedWhatIsThereOfABuildThatWasCancelledInAPostProcessor() {
        Artifact made = new Artifact("a", "null", "fnoeding.null", "Null", "made it", List.of(), List.of());
        BuildListener console = human(false, false);

        console.on(new BuildEvent.BuildFinished("a", BuildStatus.CANCELLED, Duration.ZERO, "", List.of(made)));
        console.on(new BuildEvent.RunFinished(false, true, Duration.ofSeconds(2)));

        assertThat(text.toString())
                .endsWith("Cleanly cancelled builds after being interrupted.\n\n"
                        + "==> These artifacts are there although their post-processing did not end well:\n"
                        + "--> a: [chain cancelled] made it\n");
    }

    @Test
    void namesTheImagesThatWereFinishedBeforeTheCancel() {
        Artifact made = new Artifact("a", "null", "fnoeding.null", "Null", "made it", List.of(), List.of());
        BuildListener console = human(false, false);

        console.on(new BuildEvent.BuildFinished("a", BuildStatus.SUCCEEDED, Duration.ofSeconds(1), "", List.of(made)));
        console.on(new BuildEvent.RunFinished(false, true, Duration.ofSeconds(2)));

        assertThat(text.toString())
                .contains("Cleanly cancelled builds after being interrupted.\n")
                .endsWith("\n==> Builds finished. The artifacts of successful builds are:\n--> a: made it\n");
    }

    @Test
    void namesWhatIsLeftWithItsCommand() {
        BuildListener console = human(false, false);
        Resource instance =
                new Resource("a", "instance", new Resource.Place("aws", "", "us-east-1", "", "template"), "tok");

        console.on(new LedgerLine(1, LedgerLine.State.CREATED, instance, "i-1", "", ""));
        console.on(new LedgerLine(2, LedgerLine.State.REMAINS, instance, "i-2", "It is locked.", "aws ec2 free i-2"));
        console.on(new LedgerLine(3, LedgerLine.State.INTENT, instance, "", "", ""));
        console.on(new LedgerLine(4, LedgerLine.State.GONE, instance, "i-4", "", ""));
        console.on(new BuildEvent.RunFinished(false, true, Duration.ofSeconds(2)));

        assertThat(text.toString()).endsWith("""

                        ==> Something is left in the cloud:
                        --> a: instance i-1 in aws us-east-1. Remove it with: packer-build cleanup DIR
                        --> a: instance i-2 in aws us-east-1. It is locked. Remove it with: aws ec2 free i-2
                        --> a: instance marked tok in aws us-east-1. Remove it with: packer-build cleanup DIR
                        """);
    }

    @Test
    void letsAPostProcessorSpeakInTheColourOfItsBuild() {
        BuildListener console = human(true, false);
        console.on(new BuildEvent.RunStarted("r", List.of(new Build("a", "null"), new Build("b", "null"))));

        new Narrator("b (manifest)", console).say("hi");

        assertThat(text.toString()).endsWith("\u001b[1;36m==> b (manifest): hi\u001b[0m\n");
    }

    @Test
    void printsProblemsWithTheirPlaceAndCure() {
        Redactor redactor = new Redactor();
        redactor.add(Secret.of("hunter2hunter2"));
        Problem problem = Problem.of("Value 'hunter2hunter2' is wrong.")
                .withCure("Use another.")
                .at(new SourcePosition("t.json", 3, 5));

        ProblemPrinter.human(out, redactor).errors(List.of(problem));
        ProblemPrinter.machineReadable(out, clock, redactor).warnings(List.of(problem));

        assertThat(text.toString())
                .isEqualTo(
                        "Error: t.json:3:5: Value '<sensitive>' is wrong.\n\nUse another.\n\n\n"
                                + "1767323045,,ui,say,Warning: t.json:3:5: Value '<sensitive>' is wrong.\\n\\nUse another.\\n\\n\n");
    }

    @Test
    void saysDurationsInTwoUnits() {
        assertThat(DurationWords.of(Duration.ofMillis(1015))).isEqualTo("1 second 15 milliseconds");
        assertThat(DurationWords.of(Duration.ofMinutes(5).plusMillis(221))).isEqualTo("5 minutes 221 milliseconds");
        assertThat(DurationWords.of(Duration.ofNanos(4_000))).isEqualTo("4 microseconds");
        assertThat(DurationWords.of(Duration.ofDays(8).plusHours(1))).isEqualTo("1 week 1 day");
    }

    @Test
    void takesSecretsOutOfEveryEvent() {
        Redactor redactor = new Redactor();
        redactor.add(Secret.of("hunter2hunter2"));
        BuildListener console = new RedactingListener(redactor, List.of(human(false, false)));
        Artifact artifact = new Artifact(
                "a", "t", "b", "id-hunter2hunter2", "Stored hunter2hunter2", List.of(), List.of("/x/hunter2hunter2"));

        new Narrator("a", console).say("the key is hunter2hunter2");
        console.on(new BuildEvent.Warned(Problem.of("No hunter2hunter2.").withCure("Use hunter2hunter2.")));
        console.on(new BuildEvent.BuildFinished("a", BuildStatus.SUCCEEDED, Duration.ZERO, "", List.of(artifact)));
        console.on(new BuildEvent.BuildFinished("b", BuildStatus.FAILED, Duration.ZERO, "hunter2hunter2", List.of()));
        console.on(new BuildEvent.RunFinished(true, false, Duration.ZERO));

        assertThat(text.toString())
                .contains("==> a: the key is <sensitive>", "--> a: Stored <sensitive>")
                .doesNotContain("hunter2");
    }

    private HumanConsole human(boolean colour, boolean stamps) {
        ZoneId zone = stamps ? ZoneId.of("Asia/Kolkata") : ZoneOffset.UTC;
        return new HumanConsole(
                out, new HumanConsole.Settings(colour, stamps, zone), clock, "packer-build cleanup DIR");
    }

    private static void tellARunOfTwo(BuildListener console) {
        Artifact artifact = new Artifact(
                "a",
                "amazon-ebs",
                "mitchellh.amazonebs",
                "us-east-1:ami-1",
                "AMIs were created:\nus-east-1: ami-1\n",
                List.of(),
                List.of("a,b.txt"));
        console.on(new BuildEvent.RunStarted("r", List.of(new Build("a", "amazon-ebs"), new Build("b", "null"))));
        new Narrator("a", console).say("Creating a, b\nand c");
        new Narrator("b", console).message("from the machine");
        new Narrator("b", console).message("");
        new Narrator("b", console).error("on standard error");
        console.on(new BuildEvent.BuildFinished(
                "a", BuildStatus.SUCCEEDED, Duration.ofMillis(2044), "", List.of(artifact)));
        console.on(new BuildEvent.BuildFinished("b", BuildStatus.FAILED, Duration.ofSeconds(61), "no luck", List.of()));
        console.on(new BuildEvent.RunFinished(false, false, Duration.ofSeconds(62)));
    }
}
