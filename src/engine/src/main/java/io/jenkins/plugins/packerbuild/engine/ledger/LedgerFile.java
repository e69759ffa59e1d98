package io.jenkins.plugins.packerbuild.engine.ledger;

import io.jenkins.plugins.packerbuild.engine.event.Json;
import io.jenkins.plugins.packerbuild.engine.event.LedgerLine;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger file says. Its first line names the run: <code>{"protocol":1,"runId":"..."}</code>; every other line is a
 * {@link LedgerLine}. Lines and members of a later version are passed over.
 *
 * @param runId which run wrote it, and tagged its resources; empty when no line was ever written
 * @param entries the last line of each resource, in the order in which they were announced
 */
public record LedgerFile(String runId, List<LedgerLine> entries) {

    static final int PROTOCOL = 1;

    /** Copies its list. */
    public LedgerFile {
        entries = List.copyOf(entries);
    }

    /** What is not known to be gone, in the order in which it was announced. */
    public List<LedgerLine> open() {
        return entries.stream()
                .filter(line -> line.state() != LedgerLine.State.GONE)
                .toList();
    }

    /**
     * Reads a ledger. A file that is not there is an empty ledger. A last line that a crash has cut is passed over: its
     * write was never answered, so nothing was done upon it.
     *
     * @throws BuildException when it cannot be read, or when a line before the last is no ledger line
     */
    public static LedgerFile read(Path file) {
        LedgerTally tally = new LedgerTally();
        String runId = "";
        List<String> lines = wholeLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Map<String, @Nullable Object> fields = fields(file, i + 1, lines.get(i));
            runId = fields.get("runId") instanceof String id ? id : runId;
            line(fields).ifPresent(tally::note);
        }
        return new LedgerFile(runId, tally.entries());
    }

    private static List<String> wholeLines(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new BuildException(
                    Problem.of("Could not read ledger '" + file + "': " + e + ".")
                            .withCure("Without it nobody knows what the run has left in the cloud: look for its tags."),
                    e);
        }
    }

    private static Map<String, @Nullable Object> fields(Path file, int number, String line) {
        try {
            return Json.readObject(line);
        } catch (IOException e) {
            throw new BuildException(
                    Problem.of("Could not read line " + number + " of ledger '" + file + "': " + e.getMessage() + ".")
                            .withCure("Repair or remove this line, then run the cleanup again."),
                    e);
        }
    }

    /** Empty for what is no line about a resource. */
    private static Optional<LedgerLine> line(Map<String, @Nullable Object> fields) {
        String state = text(fields, "state").toUpperCase(Locale.ROOT);
        boolean known = List.of(LedgerLine.State.values()).stream()
                .anyMatch(value -> value.name().equals(state));
        if (!known || !(fields.get("entry") instanceof Number entry)) {
            return Optional.empty();
        }
        Resource.Place place = new Resource.Place(
                text(fields, "provider"),
                text(fields, "account"),
                text(fields, "region"),
                text(fields, "endpoint"),
                text(fields, "credentialSource"));
        Resource resource = new Resource(text(fields, "builder"), text(fields, "kind"), place, text(fields, "mark"));
        return Optional.of(new LedgerLine(
                entry.intValue(),
                LedgerLine.State.valueOf(state),
                resource,
                text(fields, "id"),
                text(fields, "note"),
                text(fields, "command")));
    }

    private static String text(Map<String, @Nullable Object> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }
}
