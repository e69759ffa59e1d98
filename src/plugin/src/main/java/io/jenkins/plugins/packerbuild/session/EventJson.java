package io.jenkins.plugins.packerbuild.session;

import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.io.IOException;

/** Reads a line of {@code events.jsonl}. What is not known is passed over. */
final class EventJson {

    private static final EngineEvent OTHER = new EngineEvent.Other();

    private EventJson() {}

    /**
     * An event with its number in the file.
     *
     * @param sequence from 1; 0 when the line has none
     */
    record Numbered(long sequence, EngineEvent event) {}

    /**
     * Reads it.
     *
     * @throws IOException when the line is no event at all
     */
    static Numbered read(String line) throws IOException {
        Fields fields = Json.read(line);
        return new Numbered(Math.max(0, fields.number("seq")), event(fields));
    }

    private static EngineEvent event(Fields fields) {
        return switch (fields.text("type", ReportJson.MOST)) {
            case "hello" ->
                new EngineEvent.Hello(fields.number("protocol"), fields.name("engineVersion"), fields.number("pid"));
            case "needs" -> new EngineEvent.Needed(Progress.needs(fields));
            case "runStarted" -> new EngineEvent.RunStarted(fields.name("runId"), Progress.builds(fields, "builds"));
            case "buildStarted" -> new EngineEvent.BuildStarted(fields.name("builder"));
            case "said" ->
                new EngineEvent.Said(
                        fields.name("builder"),
                        fields.text("voice", ReportJson.MOST).equals("message"),
                        fields.text("text", Json.MOST_CHARS));
            case "warned" -> new EngineEvent.Warned(fields.text("text", ReportJson.MOST_TEXT));
            case "ledger" -> LedgerEntry.of(fields).isPresent() ? new EngineEvent.Ledger(fields) : OTHER;
            case "buildFinished" -> finished(fields);
            case "runFinished" ->
                new EngineEvent.RunFinished(
                        fields.flag("success"), fields.flag("cancelled"), fields.number("durationMillis"));
            default -> OTHER;
        };
    }

    private static EngineEvent finished(Fields fields) {
        return new EngineEvent.BuildFinished(
                fields.name("builder"),
                ReportJson.status(fields.text("status", ReportJson.MOST)).orElse(Status.FAILED),
                Math.max(0, fields.number("durationMillis")),
                fields.text("error", ReportJson.MOST_TEXT),
                ReportJson.artifacts(fields));
    }
}
