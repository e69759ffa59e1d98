package io.jenkins.plugins.packerbuild.engine.console;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent.BuildFinished;
import io.jenkins.plugins.packerbuild.engine.event.BuildStatus;
import io.jenkins.plugins.packerbuild.engine.event.LedgerLine;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.event.Voice;
import java.util.Comparator;
import java.util.List;

/** What is said when all builds are over: errors, artifacts, and what is left in a cloud. */
final class Summary {

    private static final String ARTIFACT = "artifact";

    private final Ui ui;
    private final List<BuildFinished> builds;
    private final List<LedgerLine> open;
    private final String cleanup;

    Summary(Ui ui, List<BuildFinished> builds, List<LedgerLine> open, String cleanup) {
        this.ui = ui;
        this.builds = builds.stream()
                .sorted(Comparator.comparing(BuildFinished::builder))
                .toList();
        this.open = open;
        this.cleanup = cleanup;
    }

    void tell(BuildEvent.RunFinished run) {
        say("\n==> Wait completed after " + DurationWords.of(run.duration()));
        if (run.cancelled()) {
            say("Cleanly cancelled builds after being interrupted.");
            artifactsBeforeTheCancel();
        } else {
            errors();
            artifacts();
        }
        leftovers();
    }

    private void errors() {
        List<BuildFinished> failed = with(BuildStatus.FAILED);
        if (failed.isEmpty()) {
            return;
        }
        ui.fact("", "error-count", "" + failed.size());
        error("\n==> Some builds didn't complete successfully and had errors:");
        for (BuildFinished build : failed) {
            ui.fact(build.builder(), "error", build.error());
            error("--> " + build.builder() + ": " + build.error());
        }
    }

    /** More than Packer tells: an image that is kept costs money, so its id must be known. */
    private void artifactsBeforeTheCancel() {
        if (!with(BuildStatus.SUCCEEDED).isEmpty()) {
            artifacts();
        } else {
            incompleteArtifacts();
        }
    }

    private void artifacts() {
        List<BuildFinished> made = with(BuildStatus.SUCCEEDED);
        if (made.isEmpty()) {
            say("\n==> Builds finished but no artifacts were created.");
        } else {
            say("\n==> Builds finished. The artifacts of successful builds are:");
            made.forEach(this::artifacts);
        }
        incompleteArtifacts();
    }

    private void artifacts(BuildFinished build) {
        if (build.listed().isEmpty()) {
            ui.fact(build.builder(), "artifact-count", "1");
            ui.fact(build.builder(), ARTIFACT, "0", "nil");
            ui.fact(build.builder(), ARTIFACT, "0", "end");
            say("--> " + build.builder() + ": <nothing>");
        } else {
            list(build, ARTIFACT, "");
        }
    }

    /** More than Packer tells: what is there when a post-processor has failed. Its records have another name. */
    private void incompleteArtifacts() {
        List<BuildFinished> incomplete = builds.stream()
                .filter(build -> build.status() != BuildStatus.SUCCEEDED)
                .filter(build -> !build.artifacts().isEmpty())
                .toList();
        if (!incomplete.isEmpty()) {
            say("\n==> These artifacts are there although their post-processing did not end well:");
        }
        for (BuildFinished build : incomplete) {
            boolean failed = build.status() == BuildStatus.FAILED;
            list(build, ARTIFACT + "-incomplete", failed ? "[chain failed] " : "[chain cancelled] ");
        }
    }

    /** @param mark what stands before each for people */
    private void list(BuildFinished build, String type, String mark) {
        ui.fact(build.builder(), type + "-count", "" + build.listed().size());
        for (int i = 0; i < build.listed().size(); i++) {
            Artifact artifact = build.listed().get(i);
            facts(build.builder(), type, "" + i, artifact);
            say("--> " + build.builder() + ": " + mark + artifact.description());
        }
    }

    private void facts(String target, String type, String index, Artifact artifact) {
        ui.fact(target, type, index, "builder-id", artifact.builderId());
        ui.fact(target, type, index, "id", artifact.packerId());
        ui.fact(target, type, index, "string", artifact.description());
        ui.fact(target, type, index, "files-count", "" + artifact.files().size());
        for (int i = 0; i < artifact.files().size(); i++) {
            ui.fact(target, type, index, "file", "" + i, artifact.files().get(i));
        }
        ui.fact(target, type, index, "end");
    }

    private void leftovers() {
        if (open.isEmpty()) {
            return;
        }
        error("\n==> Something is left in the cloud:");
        open.forEach(line -> error("--> " + leftover(line)));
    }

    private String leftover(LedgerLine line) {
        Resource resource = line.resource();
        String id = line.id().isEmpty() ? "marked " + resource.mark() : line.id();
        String place = (resource.place().provider() + " " + resource.place().region()).strip();
        String why = line.note().isEmpty() ? "" : " " + line.note();
        String command = line.command().isEmpty() ? cleanup : line.command();
        return resource.builder() + ": " + resource.kind() + " " + id + " in " + place + "." + why + " Remove it with: "
                + command;
    }

    private List<BuildFinished> with(BuildStatus status) {
        return builds.stream().filter(build -> build.status() == status).toList();
    }

    private void say(String text) {
        ui.line(Voice.SAY, Ui.PLAIN, text);
    }

    private void error(String text) {
        ui.line(Voice.ERROR, Ui.PLAIN, text);
    }
}
