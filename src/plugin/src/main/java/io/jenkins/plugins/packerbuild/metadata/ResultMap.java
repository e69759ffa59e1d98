package io.jenkins.plugins.packerbuild.metadata;

import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the steps return: plain maps and lists of strings, numbers and booleans, which a Pipeline can store, and which need
 * no permission in its sandbox. Example: {@code images.artifacts['amazon-ebs'][0].id}.
 */
public final class ResultMap {

    private ResultMap() {}

    /** The result of {@code packerBuild}: success, artifacts by builder, builders by name, errors, leftovers. */
    public static Map<String, Object> of(SessionOutcome outcome) {
        SessionReport report = outcome.report();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("success", outcome.success());
        result.put("artifacts", byBuilder(report.artifacts()));
        result.put("builders", builders(report.builders()));
        result.put("errors", new ArrayList<>(Broken.errors(outcome)));
        result.put("leftovers", list(report.leftovers(), ResultMap::leftover));
        return result;
    }

    /** The result of {@code packerValidate}: one map for each problem; empty when there is none. */
    public static List<Object> problems(SessionReport report) {
        return list(report.problems(), ResultMap::problem);
    }

    /** An artifact, with the same fields everywhere. */
    public static Map<String, Object> artifact(SessionReport.Artifact artifact) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", artifact.id());
        fields.put("region", artifact.region());
        fields.put("regions", new ArrayList<>(artifact.regions()));
        fields.put("type", artifact.type());
        fields.put("builder", artifact.builder());
        fields.put("description", artifact.description());
        fields.put("files", new ArrayList<>(artifact.files()));
        fields.put("packerId", artifact.packerId());
        fields.put("builderId", artifact.builderId());
        fields.put("status", artifact.status().word());
        return fields;
    }

    private static Map<String, List<Object>> byBuilder(Collection<SessionReport.Artifact> artifacts) {
        Map<String, List<Object>> result = new LinkedHashMap<>();
        for (SessionReport.Artifact artifact : artifacts) {
            result.computeIfAbsent(artifact.builder(), name -> new ArrayList<>())
                    .add(artifact(artifact));
        }
        return result;
    }

    private static Map<String, Object> builders(Collection<SessionReport.Builder> builders) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (SessionReport.Builder builder : builders) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("status", builder.status().word());
            fields.put("durationMillis", builder.durationMillis());
            fields.put("error", builder.error());
            result.put(builder.name(), fields);
        }
        return result;
    }

    private static Map<String, Object> leftover(SessionReport.Leftover leftover) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("builder", leftover.builder());
        fields.put("kind", leftover.kind());
        fields.put("provider", leftover.provider());
        fields.put("region", leftover.region());
        fields.put("id", leftover.id());
        fields.put("note", leftover.note());
        fields.put("command", leftover.command());
        return fields;
    }

    private static Map<String, Object> problem(SessionReport.Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", problem.file());
        fields.put("line", problem.line());
        fields.put("column", problem.column());
        fields.put("message", problem.message());
        fields.put("cure", problem.cure());
        return fields;
    }

    private static <T> List<Object> list(Collection<T> values, Function<T, Object> fields) {
        List<Object> result = new ArrayList<>();
        values.forEach(value -> result.add(fields.apply(value)));
        return result;
    }
}
