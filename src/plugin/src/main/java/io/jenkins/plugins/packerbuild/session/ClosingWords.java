package io.jenkins.plugins.packerbuild.session;

import io.jenkins.plugins.packerbuild.session.SessionReport.Artifact;
import io.jenkins.plugins.packerbuild.session.SessionReport.Builder;
import io.jenkins.plugins.packerbuild.session.SessionReport.Leftover;
import io.jenkins.plugins.packerbuild.session.SessionReport.Problem;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the build log says at a session's end: problems, errors, artifacts, and what is left in a cloud. */
final class ClosingWords {

    private final SessionReport report;
    private final String failure;
    private final List<String> lines = new ArrayList<>();

    private ClosingWords(SessionReport report, String failure) {
        this.report = report;
        this.failure = failure;
    }

    /**
     * The lines.
     *
     * @param failure a sentence, when the session itself broke; else empty
     */
    static List<String> of(Purpose purpose, SessionReport report, String failure) {
        ClosingWords words = new ClosingWords(report, failure);
        if (failure.isEmpty() && report.status() != Status.CANCELLED) {
            // Else the engine's only problem is that it was asked to stop.
            words.problems(purpose == Purpose.VALIDATE ? "" : "Error: ");
        }
        if (purpose == Purpose.BUILD) {
            words.builds();
        } else if (purpose == Purpose.VALIDATE && report.status() == Status.SUCCEEDED) {
            words.lines.add("The configuration is valid.");
        } else if (report.problems().isEmpty() && report.builders().isEmpty()) {
            report.errors().forEach(words.lines::add);
        }
        words.failure();
        if (purpose != Purpose.VALIDATE) {
            words.leftovers();
        }
        return List.copyOf(words.lines);
    }

    /** A leftover as a sentence with the command that removes it. */
    static String sentence(Leftover left) {
        String place = (left.provider() + " " + left.region()).strip();
        String who = left.builder().isEmpty() ? "" : left.builder() + ": ";
        String why = left.note().isEmpty() ? "" : " " + left.note();
        String what = left.command().isEmpty()
                ? " Jenkins goes on trying to remove it."
                : " Remove it with: " + left.command();
        return who + left.kind() + " " + left.id() + " in " + place + "." + why + what;
    }

    private void problems(String prefix) {
        for (Problem problem : report.problems()) {
            String place = problem.line() == 0
                    ? (problem.file().isEmpty() ? "" : problem.file() + ": ")
                    : problem.file() + ":" + problem.line() + ":" + problem.column() + ": ";
            String cure = problem.cure().isEmpty() ? "" : " " + problem.cure();
            lines.add(prefix + place + problem.message() + cure);
        }
    }

    private void builds() {
        if (report.builders().isEmpty()) {
            if (report.problems().isEmpty()) {
                report.errors().stream().filter(error -> !error.equals(failure)).forEach(lines::add);
            }
            return;
        }
        if (report.durationMillis() > 0) {
            lines.add("");
            lines.add("==> Wait completed after " + DurationWords.of(Duration.ofMillis(report.durationMillis())));
        }
        if (report.status() == Status.CANCELLED) {
            lines.add("Cancelled.");
        }
        errors();
        artifacts();
    }

    private void errors() {
        List<Builder> failed = with(Status.FAILED);
        if (!failed.isEmpty()) {
            lines.add("");
            lines.add("==> Some builds didn't complete successfully and had errors:");
            failed.forEach(builder -> lines.add("--> " + builder.name() + ": " + builder.error()));
        }
    }

    private void artifacts() {
        List<Builder> made = with(Status.SUCCEEDED);
        if (!made.isEmpty()) {
            lines.add("");
            lines.add("==> Builds finished. The artifacts of successful builds are:");
        } else if (report.status() != Status.CANCELLED) {
            lines.add("");
            lines.add("==> Builds finished but no artifacts were created.");
        }
        for (Builder builder : made) {
            List<String> descriptions = descriptions(builder);
            if (descriptions.isEmpty()) {
                lines.add("--> " + builder.name() + ": <nothing>");
            }
            descriptions.forEach(description -> lines.add("--> " + builder.name() + ": " + description));
        }
        incompleteArtifacts();
    }

    /** In the words of the engine's own summary. */
    private void incompleteArtifacts() {
        List<Builder> incomplete = report.builders().stream()
                .filter(builder -> builder.status() != Status.SUCCEEDED)
                .filter(builder -> !descriptions(builder).isEmpty())
                .sorted(Comparator.comparing(Builder::name))
                .toList();
        if (!incomplete.isEmpty()) {
            lines.add("");
            lines.add("==> These artifacts are there although their post-processing did not end well:");
        }
        for (Builder builder : incomplete) {
            String mark = builder.status() == Status.FAILED ? "[chain failed] " : "[chain cancelled] ";
            descriptions(builder)
                    .forEach(description -> lines.add("--> " + builder.name() + ": " + mark + description));
        }
    }

    private List<String> descriptions(Builder builder) {
        return report.artifacts().stream()
                .filter(artifact -> artifact.builder().equals(builder.name()))
                .map(Artifact::description)
                .distinct()
                .toList();
    }

    private void failure() {
        if (!failure.isEmpty()) {
            lines.add("");
            lines.add(failure);
        }
    }

    private void leftovers() {
        lines.add("");
        if (report.leftovers().isEmpty()) {
            lines.add("Nothing is left in the cloud.");
            return;
        }
        lines.add("==> Something is left in the cloud:");
        report.leftovers().forEach(left -> lines.add("--> " + sentence(left)));
    }

    private List<Builder> with(Status status) {
        return report.builders().stream()
                .filter(builder -> builder.status() == status)
                .sorted(Comparator.comparing(Builder::name))
                .toList();
    }
}
