package io.jenkins.plugins.packerbuild.engine.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a command prints for people, taken apart: diagnostics, and the lines of the run. */
final class HumanOutput {

    private static final Pattern OF_A_RUN = Pattern.compile(
            "(\u001b\\[.*)?(ISOTIME: )?(==> .*|--> .*| {4}[^ ].*:.*|Build '.*|.*: output will be in this color\\..*)");
    private static final Pattern DIAGNOSTIC = Pattern.compile("(Error|Warning): .*|Failed to parse template: .*");
    private static final Pattern NO_PROBLEM = Pattern.compile(" .*|Usage: .*|Options:|Available commands are:");
    private static final Pattern ERRORED = Pattern.compile("(?:.*m)?Build '.*' errored after TIME: (.+?)(?:\u001b.*)?");

    private final List<String> diagnostics = new ArrayList<>();
    private final List<String> text = new ArrayList<>();

    private HumanOutput() {}

    static Run read(String command, int exit, String printed, Normal normal) {
        HumanOutput output = new HumanOutput();
        String said = normal.of(printed);
        List<String> lines = said.isEmpty()
                ? List.of()
                : List.of(said.replaceFirst("\n$", "").split("\n", -1));
        boolean ran = lines.stream().anyMatch(line -> OF_A_RUN.matcher(line).matches());
        if (said.startsWith("Usage: ")) {
            lines.stream().filter(line -> !NO_PROBLEM.matcher(line).matches()).forEach(output.diagnostics::add);
        } else if (!ran && exit != 0) {
            output.diagnostics.addAll(lines);
        } else {
            output.split(lines);
        }
        List<String> problems = new ArrayList<>(Diagnostics.of(String.join("\n", output.diagnostics)));
        List<String> text = output.withoutErrors(problems);
        return new Run(
                command, exit, List.of(), problems.stream().distinct().sorted().toList(), text);
    }

    private void split(List<String> lines) {
        boolean diagnostic = false;
        for (String line : lines) {
            diagnostic = DIAGNOSTIC.matcher(line).matches()
                    || diagnostic && !OF_A_RUN.matcher(line).matches();
            (diagnostic ? diagnostics : text).add(line);
        }
    }

    /** The error of a build is one of the problems; the text says only where it stands. */
    private List<String> withoutErrors(List<String> problems) {
        String all = String.join("\n", text);
        for (String line : text) {
            Matcher errored = ERRORED.matcher(line);
            if (errored.matches()) {
                problems.addAll(Diagnostics.of(errored.group(1)));
                all = all.replace(errored.group(1), "<error>");
            }
        }
        return text.isEmpty() ? List.of() : ordered(List.of(all.split("\n", -1)));
    }

    /** Packer lists artifacts and errors in any order of builds. */
    private static List<String> ordered(List<String> lines) {
        List<String> ordered = new ArrayList<>();
        List<String> listed = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("--> ")) {
                listed.add(line);
            } else {
                ordered.addAll(listed.stream().sorted().toList());
                listed.clear();
                ordered.add(line);
            }
        }
        ordered.addAll(listed.stream().sorted().toList());
        return ordered;
    }
}
