package io.jenkins.plugins.packerbuild.engine.differential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code -machine-readable} prints, taken apart: records by target, diagnostics, lines that are neither. */
final class MachineOutput {

    private static final Pattern RECORD = Pattern.compile("\\d+,([^,]*),([^,]*),?(.*)");
    private static final Pattern FINISHED = Pattern.compile("Build '(.*)' (finished|errored) after .*");
    private static final Pattern OF_A_RUN =
            Pattern.compile("(?s)(\\n?==> |--> | {4}|Build '|Cancelling|Cleanly|\\n?Packer Inspect|$).*");

    private final List<String[]> records = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private final Set<String> builds = new LinkedHashSet<>();

    private MachineOutput() {}

    static Run read(String command, int exit, String printed, Normal normal) {
        MachineOutput output = new MachineOutput();
        printed.lines().forEach(output::line);
        output.takeErrorsOut();
        List<String> problems =
                output.problems.stream().map(normal::of).distinct().sorted().toList();
        List<String> text = output.text.stream().map(normal::of).toList();
        return new Run(command, exit, output.byTarget(normal), problems, text);
    }

    private void line(String line) {
        Matcher record = RECORD.matcher(line);
        if (!record.matches()) {
            text.add(line);
            return;
        }
        String data = record.group(3);
        if (record.group(2).equals("ui") && isDiagnostic(data)) {
            diagnostic(plain(data.substring(data.indexOf(',') + 1)));
            return;
        }
        if (!record.group(1).isEmpty()) {
            builds.add(plain(record.group(1)));
        }
        Matcher finished = FINISHED.matcher(data.substring(data.indexOf(',') + 1));
        if (finished.matches()) {
            builds.add(plain(finished.group(1)));
        }
        records.add(new String[] {record.group(1), record.group(2), data});
    }

    private static boolean isDiagnostic(String data) {
        String words = plain(data.substring(data.indexOf(',') + 1));
        return data.startsWith("error,")
                ? !OF_A_RUN.matcher(words).matches()
                : words.startsWith("Warning: ") || words.startsWith("Usage: ");
    }

    private void diagnostic(String words) {
        if (!words.startsWith("Usage: ")) {
            problems.addAll(Diagnostics.of(words));
        }
    }

    private static String plain(String escaped) {
        return escaped.replace("%!(PACKER_COMMA)", ",").replace("\\n", "\n").replace("\\r", "\r");
    }

    /** The error of a build is one of the problems; the records say only where it stands. */
    private void takeErrorsOut() {
        List<String> messages = records.stream()
                .filter(record -> record[1].equals("error") && !record[2].isEmpty())
                .map(record -> record[2])
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String message : messages) {
            problems.addAll(Diagnostics.of(plain(message)));
            records.forEach(record -> record[2] = record[2].replace(message, "<error>"));
        }
    }

    /** Builds run side by side: the order of records counts within a build only. */
    private List<String> byTarget(Normal normal) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("", new ArrayList<>());
        builds.stream().sorted().forEach(build -> groups.put(build, new ArrayList<>()));
        for (String[] record : records) {
            groups.computeIfAbsent(target(record), target -> new ArrayList<>())
                    .add(normal.of(record[1] + "," + record[2]));
        }
        List<String> all = new ArrayList<>();
        groups.forEach((target, lines) -> settle(lines).forEach(line -> all.add(normal.of(target) + ": " + line)));
        return all;
    }

    private String target(String[] record) {
        String words = plain(record[2].substring(record[2].indexOf(',') + 1));
        return record[0].isEmpty() ? Lines.build(words, builds) : plain(record[0]);
    }

    /** Packer reads a script's two streams side by side, so their order does not count: output first, then errors. */
    private static List<String> settle(List<String> lines) {
        List<String> settled = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("ui,message,") || line.startsWith("ui,error,")) {
                said.add(line);
            } else {
                said.sort(Comparator.comparing((String one) -> one.startsWith("ui,error,")));
                settled.addAll(said);
                said.clear();
                settled.add(line);
            }
        }
        said.sort(Comparator.comparing((String one) -> one.startsWith("ui,error,")));
        settled.addAll(said);
        return settled;
    }
}
