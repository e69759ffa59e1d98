package io.jenkins.plugins.packerbuild.session;

import io.jenkins.plugins.packerbuild.session.SessionReport.Artifact;
import io.jenkins.plugins.packerbuild.session.SessionReport.Builder;
import io.jenkins.plugins.packerbuild.session.SessionReport.Leftover;
import io.jenkins.plugins.packerbuild.session.SessionReport.Problem;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * What the engine has told of its builds so far. Only builds that were announced count, and all of it together has a
 * limit. One thread.
 */
final class Model {

    private final ReportText text;
    private final Map<String, Builder> builders = new LinkedHashMap<>();
    private final Map<String, List<Artifact>> artifacts = new LinkedHashMap<>();
    private ReportHead head;
    private boolean changed = true;
    private boolean overflown;

    /**
     * Goes on from a report.
     *
     * @param mask takes secrets out of a line
     */
    Model(SessionReport report, UnaryOperator<String> mask) {
        this.text = new ReportText(mask);
        this.head = ReportHead.of(report);
        report.builders().forEach(builder -> builders.put(builder.name(), builder));
        report.artifacts()
                .forEach(artifact -> artifacts
                        .computeIfAbsent(artifact.builder(), name -> new ArrayList<>())
                        .add(artifact));
    }

    /** Of a session of which nothing is known. */
    static SessionReport nothing(SessionRecord record) {
        return new SessionReport(
                record.id(),
                "",
                record.template(),
                Status.WAITING,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Takes an event; most of them change nothing. */
    void apply(EngineEvent event) {
        if (event instanceof EngineEvent.Hello) {
            status(Status.RUNNING, head.durationMillis());
        } else if (event instanceof EngineEvent.RunStarted run) {
            announce(run);
        } else if (event instanceof EngineEvent.BuildStarted build) {
            find(build.builder())
                    .filter(builder -> builder.status() == Status.WAITING)
                    .ifPresent(builder -> put(builder, Status.RUNNING, 0, ""));
        } else if (event instanceof EngineEvent.BuildFinished build) {
            find(build.builder()).ifPresent(builder -> finish(builder, build));
        } else if (event instanceof EngineEvent.RunFinished run) {
            status(head.status(), Math.max(0, run.durationMillis()));
        }
    }

    /** A build that was announced. */
    Optional<Builder> find(String name) {
        return Optional.ofNullable(builders.get(name));
    }

    List<Builder> builders() {
        return List.copyOf(builders.values());
    }

    String runId() {
        return head.runId();
    }

    /** Whether something has changed that was not told yet. */
    boolean isChanged() {
        return changed;
    }

    /** Whether something has changed since this was asked last. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /** Whether something was left out because it was too much. */
    boolean isOverflown() {
        return overflown;
    }

    /** As it stands. */
    SessionReport report(List<Leftover> leftovers, ToLongFunction<Builder> logBytes) {
        List<Builder> withLogs = builders.values().stream()
                .map(builder -> new Builder(
                        builder.index(),
                        builder.name(),
                        builder.type(),
                        builder.status(),
                        builder.durationMillis(),
                        builder.error(),
                        logBytes.applyAsLong(builder)))
                .toList();
        return head.report(
                withLogs,
                artifacts.values().stream().flatMap(List::stream).toList(),
                leftovers.subList(0, Math.min(ReportJson.MOST, leftovers.size())));
    }

    /** Takes over what the engine says at its end. Builds that were never announced count only when none was. */
    void take(EngineResult result) {
        if (builders.isEmpty()) {
            result.builders().forEach(this::announce);
        }
        for (Builder said : result.builders()) {
            List<Artifact> made = result.artifacts().stream()
                    .filter(artifact -> artifact.builder().equals(said.name()))
                    .toList();
            EngineEvent.BuildFinished event = new EngineEvent.BuildFinished(
                    said.name(), said.status(), said.durationMillis(), said.error(), made);
            find(said.name()).ifPresent(builder -> finish(builder, event));
        }
    }

    /** Builds that are not over have ended with the whole. */
    void settle(Status status) {
        Status open = status == Status.CANCELLED ? Status.CANCELLED : Status.FAILED;
        for (Builder builder : builders()) {
            if (builder.status() == Status.WAITING) {
                put(builder, Status.CANCELLED, 0, "");
            } else if (builder.status() == Status.RUNNING) {
                put(builder, open, 0, open == Status.FAILED ? "The engine ended before this build was over." : "");
            }
        }
    }

    /** The end of it. */
    void conclude(Status status, List<String> errors, List<Problem> problems) {
        head = head.ended(
                status,
                text.errors(errors),
                problems.stream().map(text::problem).toList());
        changed = true;
    }

    private void announce(EngineEvent.RunStarted run) {
        if (!builders.isEmpty()) {
            return;
        }
        head = head.started(run.runId());
        run.builds().stream()
                .sorted(Comparator.comparing(SessionSecrets.Build::name))
                .map(build -> new Builder(0, build.name(), build.type(), Status.WAITING, 0, "", 0))
                .forEach(this::announce);
    }

    private void announce(Builder builder) {
        if (builders.size() < ReportJson.MOST && !builders.containsKey(builder.name())) {
            int index = builders.size();
            builders.put(builder.name(), new Builder(index, builder.name(), builder.type(), Status.WAITING, 0, "", 0));
            changed = true;
        }
    }

    private void finish(Builder builder, EngineEvent.BuildFinished build) {
        boolean over = build.status() != Status.WAITING && build.status() != Status.RUNNING;
        Status status = over ? build.status() : Status.FAILED;
        artifacts.remove(builder.name());
        long room = ReportText.MOST_CHARS - chars();
        List<Artifact> made = build.artifacts().stream()
                .map(artifact -> text.artifact(artifact, builder.name(), status))
                .toList();
        boolean fits = ReportText.chars(made) < room && count() + made.size() <= ReportJson.MOST;
        artifacts.put(builder.name(), fits ? made : List.of());
        overflown |= !fits;
        put(builder, status, build.durationMillis(), text.error(build.error(), room));
    }

    private long count() {
        return artifacts.values().stream().mapToLong(List::size).sum();
    }

    /** Roughly how much it is. */
    private long chars() {
        long errors = builders.values().stream()
                .mapToLong(builder -> builder.error().length() + builder.name().length())
                .sum();
        return errors + artifacts.values().stream().mapToLong(ReportText::chars).sum();
    }

    private void put(Builder builder, Status status, long durationMillis, String error) {
        builders.put(
                builder.name(),
                new Builder(builder.index(), builder.name(), builder.type(), status, durationMillis, error, 0));
        changed = true;
    }

    private void status(Status status, long durationMillis) {
        changed |= head.status() != status;
        head = head.at(status, durationMillis);
    }
}
