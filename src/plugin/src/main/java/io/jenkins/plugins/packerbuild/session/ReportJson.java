package io.jenkins.plugins.packerbuild.session;

import io.jenkins.plugins.packerbuild.session.SessionReport.Artifact;
import io.jenkins.plugins.packerbuild.session.SessionReport.Builder;
import io.jenkins.plugins.packerbuild.session.SessionReport.Leftover;
import io.jenkins.plugins.packerbuild.session.SessionReport.Problem;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A report, and its parts as the engine writes them, as JSON. Sizes are bounded when it is read. */
final class ReportJson {

    static final int MOST = 1_000;
    static final int MOST_TEXT = 16 << 10;

    private ReportJson() {}

    static Map<String, Object> write(SessionReport report) {
        Map<String, Object> fields = ordered(
                "id", report.id(),
                "runId", report.runId(),
                "template", report.template(),
                "status", report.status().word(),
                "durationMillis", report.durationMillis());
        fields.put("builders", each(report.builders(), ReportJson::builder));
        fields.put("artifacts", each(report.artifacts(), ReportJson::artifact));
        fields.put("leftovers", each(report.leftovers(), ReportJson::leftover));
        fields.put("errors", report.errors());
        fields.put("problems", each(report.problems(), ReportJson::problem));
        return fields;
    }

    static SessionReport read(Fields fields) {
        return new SessionReport(
                fields.text("id", MOST),
                fields.text("runId", MOST),
                fields.text("template", MOST_TEXT),
                status(fields.text("status", MOST)).orElse(Status.FAILED),
                fields.number("durationMillis"),
                fields.objects("builders", MOST).stream()
                        .map(ReportJson::builder)
                        .toList(),
                artifacts(fields),
                fields.objects("leftovers", MOST).stream()
                        .map(ReportJson::leftover)
                        .toList(),
                fields.texts("errors", MOST, MOST_TEXT),
                problems(fields));
    }

    static List<Artifact> artifacts(Fields fields) {
        return fields.objects("artifacts", MOST).stream()
                .map(ReportJson::artifact)
                .toList();
    }

    static List<Problem> problems(Fields fields) {
        return fields.objects("problems", MOST).stream()
                .map(ReportJson::problem)
                .toList();
    }

    static Optional<Status> status(String word) {
        return List.of(Status.values()).stream()
                .filter(status -> status.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Map<String, Object> builder(Builder builder) {
        return ordered(
                "index", builder.index(),
                "name", builder.name(),
                "type", builder.type(),
                "status", builder.status().word(),
                "durationMillis", builder.durationMillis(),
                "error", builder.error(),
                "logBytes", builder.logBytes());
    }

    private static Builder builder(Fields fields) {
        return new Builder(
                fields.count("index"),
                fields.name("name"),
                fields.name("type"),
                status(fields.text("status", MOST)).orElse(Status.FAILED),
                fields.number("durationMillis"),
                fields.text("error", MOST_TEXT),
                fields.number("logBytes"));
    }

    private static Map<String, Object> artifact(Artifact artifact) {
        return ordered(
                "id", artifact.id(),
                "region", artifact.region(),
                "regions", artifact.regions(),
                "type", artifact.type(),
                "builder", artifact.builder(),
                "description", artifact.description(),
                "files", artifact.files(),
                "packerId", artifact.packerId(),
                "builderId", artifact.builderId(),
                "status", artifact.status().word());
    }

    private static Artifact artifact(Fields fields) {
        return new Artifact(
                fields.text("id", MOST),
                fields.name("region"),
                fields.texts("regions", MOST, CleanText.MOST_NAME_CHARS),
                fields.name("type"),
                fields.name("builder"),
                fields.text("description", MOST_TEXT),
                fields.texts("files", MOST, 4 * MOST),
                fields.text("packerId", 4 * MOST),
                fields.name("builderId"),
                status(fields.text("status", MOST)).orElse(Status.SUCCEEDED));
    }

    private static Map<String, Object> leftover(Leftover left) {
        return ordered(
                "builder", left.builder(),
                "kind", left.kind(),
                "provider", left.provider(),
                "region", left.region(),
                "id", left.id(),
                "note", left.note(),
                "command", left.command());
    }

    private static Leftover leftover(Fields fields) {
        return new Leftover(
                fields.name("builder"),
                fields.name("kind"),
                fields.name("provider"),
                fields.name("region"),
                fields.name("id"),
                fields.text("note", MOST_TEXT),
                fields.text("command", MOST_TEXT));
    }

    private static Map<String, Object> problem(Problem problem) {
        return ordered(
                "file", problem.file(),
                "line", problem.line(),
                "column", problem.column(),
                "message", problem.message(),
                "cure", problem.cure());
    }

    private static Problem problem(Fields fields) {
        return new Problem(
                fields.text("file", 4 * MOST),
                fields.count("line"),
                fields.count("column"),
                fields.text("message", MOST_TEXT),
                fields.text("cure", MOST_TEXT));
    }

    private static <T> List<Map<String, Object>> each(List<T> things, Function<T, Map<String, Object>> form) {
        return things.stream().map(form).toList();
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
