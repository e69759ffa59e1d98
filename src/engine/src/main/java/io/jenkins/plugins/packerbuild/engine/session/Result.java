package io.jenkins.plugins.packerbuild.engine.session;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.build.BuildReport;
import io.jenkins.plugins.packerbuild.engine.build.BuildResult;
import io.jenkins.plugins.packerbuild.engine.event.ArtifactFields;
import io.jenkins.plugins.packerbuild.engine.event.BuildStatus;
import io.jenkins.plugins.packerbuild.engine.event.LedgerLine;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of a session, in the form of {@code result.json}: without secrets. */
final class Result {

    private final Redactor redactor;
    private final List<LedgerLine> open;

    /** With what is left in a cloud. */
    Result(Redactor redactor, List<LedgerLine> open) {
        this.redactor = redactor;
        this.open = open;
    }

    /** Of builds that have run. */
    Map<String, Object> of(BuildReport report) {
        List<String> errors = report.results().stream()
                .filter(result -> result.status() == BuildStatus.FAILED)
                .map(result -> result.name() + ": " + redactor.redact(result.error()))
                .toList();
        List<Object> artifacts = new ArrayList<>();
        report.results().forEach(result -> artifacts.addAll(artifacts(result)));
        Map<String, Object> fields = start(report.success(), report.cancelled());
        fields.put("builders", report.results().stream().map(this::builder).toList());
        fields.put("artifacts", artifacts);
        fields.put("errors", errors);
        fields.put("problems", List.of());
        fields.put("leftovers", leftovers());
        return fields;
    }

    /** Of a run in which no build has started: it has failed unless there is no problem. */
    Map<String, Object> of(List<Problem> problems, boolean cancelled) {
        Map<String, Object> fields = start(problems.isEmpty(), cancelled);
        fields.put("builders", List.of());
        fields.put("artifacts", List.of());
        fields.put(
                "errors",
                problems.stream()
                        .map(problem -> redactor.redact(problem.sentence()))
                        .toList());
        fields.put("problems", problems.stream().map(this::problem).toList());
        fields.put("leftovers", leftovers());
        return fields;
    }

    /** In parts, for programs: an unknown place is file {@code ""}, line 0 and column 0. */
    private Map<String, Object> problem(Problem problem) {
        SourcePosition position = problem.position();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", position == null ? "" : redactor.redact(position.file()));
        fields.put("line", position == null ? 0 : position.line());
        fields.put("column", position == null ? 0 : position.column());
        fields.put("message", redactor.redact(problem.message()));
        fields.put("cure", problem.cure() == null ? "" : redactor.redact(problem.cure()));
        return fields;
    }

    private static Map<String, Object> start(boolean success, boolean cancelled) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("protocol", Session.PROTOCOL);
        fields.put("success", success);
        fields.put("cancelled", cancelled);
        return fields;
    }

    private Map<String, Object> builder(BuildResult result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", result.name());
        fields.put("type", result.type());
        fields.put("status", result.status().name().toLowerCase(Locale.ROOT));
        fields.put("durationMillis", result.duration().toMillis());
        fields.put("error", redactor.redact(result.error()));
        return fields;
    }

    private List<Map<String, Object>> artifacts(BuildResult result) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Artifact artifact : result.artifacts()) {
            entries.addAll(ArtifactFields.of(artifact.mapText(redactor::redact), result.status()));
        }
        return entries;
    }

    private List<Map<String, Object>> leftovers() {
        return open.stream().map(LedgerLine::fields).toList();
    }
}
