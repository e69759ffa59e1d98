package io.jenkins.plugins.packerbuild.metadata;

import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * One session as {@code build.xml} keeps it and as REST shows it. Never changed once made. Texts are cut: they come from an
 * agent, and {@code build.xml} must stay small.
 */
@ExportedBean
public final class SessionResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String runId;
    private final String template;
    private final SessionReport.Status status;
    private final long durationMillis;
    private final ArrayList<BuilderResult> builders = new ArrayList<>();
    private final ArrayList<ArtifactResult> artifacts = new ArrayList<>();
    private final ArrayList<LeftoverResult> leftovers = new ArrayList<>();
    private final ArrayList<String> errors = new ArrayList<>();
    /** Sizes of the artifacts' files; null as long as the session has no part in the manifest. */
    private final @Nullable LinkedHashMap<String, Long> fileSizes;

    private SessionResult(SessionReport report, @Nullable Map<String, Long> fileSizes) {
        this.fileSizes = fileSizes == null ? null : new LinkedHashMap<>(fileSizes);
        id = report.id();
        runId = Cut.name(report.runId());
        template = Cut.name(report.template());
        status = report.status();
        durationMillis = report.durationMillis();
    }

    /**
     * The next state of a session.
     *
     * @param before the one that it had; null for none
     * @param now Unix seconds
     */
    static SessionResult of(SessionReport report, @Nullable SessionResult before, long now) {
        Map<String, Long> ended = before == null ? Map.of() : before.ended();
        SessionResult result = new SessionResult(report, before == null ? null : before.fileSizes);
        for (SessionReport.Builder builder : Cut.list(report.builders())) {
            boolean over = BuilderResult.isOver(builder.status());
            result.builders.add(
                    new BuilderResult(builder, over ? ended.getOrDefault(Cut.name(builder.name()), now) : 0));
        }
        Cut.list(report.artifacts()).forEach(artifact -> result.artifacts.add(new ArtifactResult(artifact)));
        Cut.list(report.leftovers()).forEach(leftover -> result.leftovers.add(new LeftoverResult(leftover)));
        Cut.list(errors(report)).forEach(error -> result.errors.add(Cut.text(error)));
        return result;
    }

    private static List<String> errors(SessionReport report) {
        List<String> errors = new ArrayList<>(report.errors());
        for (SessionReport.Problem problem : report.problems()) {
            String place = problem.line() == 0
                    ? problem.file()
                    : problem.file() + ":" + problem.line() + ":" + problem.column();
            String text = (place.isEmpty() ? "" : place + ": ") + problem.message() + " " + problem.cure();
            if (!errors.contains(text.strip())) {
                errors.add(text.strip());
            }
        }
        return errors;
    }

    /** The same with a part in the manifest. */
    SessionResult withFileSizes(Map<String, Long> sizes) {
        SessionResult result = new SessionResult(toReport(), sizes);
        result.builders.addAll(builders);
        result.artifacts.addAll(artifacts);
        result.leftovers.addAll(leftovers);
        result.errors.addAll(errors);
        return result;
    }

    /** Its part in the manifest; empty when it has none. */
    List<PackerManifest.Build> manifestBuilds() {
        return fileSizes == null ? List.of() : PackerManifest.builds(toReport(), ended(), fileSizes);
    }

    /** The same as the session tells it, but with the template's problems among the errors. */
    SessionReport toReport() {
        return new SessionReport(
                id,
                runId,
                template,
                status,
                durationMillis,
                builders.stream().map(BuilderResult::toReport).toList(),
                artifacts.stream().map(ArtifactResult::toReport).toList(),
                leftovers.stream().map(LeftoverResult::toReport).toList(),
                errors,
                List.of());
    }

    /** When which builder ended, in Unix seconds; without those that have not. */
    Map<String, Long> ended() {
        Map<String, Long> result = new LinkedHashMap<>();
        for (BuilderResult builder : builders) {
            if (builder.ended() > 0) {
                result.put(builder.getName(), builder.ended());
            }
        }
        return result;
    }

    /** The session's id. */
    @Exported
    public String getId() {
        return id;
    }

    /** The template's path as the user gave it. */
    @Exported
    public String getTemplate() {
        return template;
    }

    /** One of {@code waiting}, {@code running}, {@code succeeded}, {@code failed}, {@code cancelled}. */
    @Exported
    public String getStatus() {
        return status.word();
    }

    /** How long its builds took; 0 while they run. */
    @Exported
    public long getDurationMillis() {
        return durationMillis;
    }

    /** In the order of their names. */
    @Exported(inline = true)
    public List<BuilderResult> getBuilders() {
        return new ArrayList<>(builders);
    }

    /** By builder and region. */
    @Exported(inline = true)
    public List<ArtifactResult> getArtifacts() {
        return new ArrayList<>(artifacts);
    }

    /** The artifacts of one builder, for the pages. */
    public List<ArtifactResult> artifactsOf(String builder) {
        return artifacts.stream()
                .filter(artifact -> artifact.getBuilder().equals(builder))
                .toList();
    }

    /** What is still in a cloud. */
    @Exported(inline = true)
    public List<LeftoverResult> getLeftovers() {
        return new ArrayList<>(leftovers);
    }

    /** Sentences, those of the template's problems among them. */
    @Exported
    public List<String> getErrors() {
        return new ArrayList<>(errors);
    }

    /** Whether it has ended, so that what is left is final. */
    public boolean isOver() {
        return BuilderResult.isOver(status);
    }

    /** How long it took, in words; empty while it runs. */
    public String getDuration() {
        return Spans.words(durationMillis);
    }
}
