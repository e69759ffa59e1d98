package io.jenkins.plugins.packerbuild.engine.differential;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code docs/differences.md}, out of the cases. */
final class DifferencesPage {

    private final Map<String, Entry> entries = new TreeMap<>();
    private int compared;
    private int different;

    private record Entry(List<String> cases, List<Difference> differences) {}

    static String of(List<Case> cases) throws IOException {
        DifferencesPage page = new DifferencesPage();
        for (Case one : cases) {
            page.add(one);
        }
        return page.text();
    }

    private void add(Case one) throws IOException {
        compared += one.isCompared() ? 1 : 0;
        one.difference().ifPresent(difference -> {
            different += one.isCompared() ? 1 : 0;
            Entry entry = entries.computeIfAbsent(
                    difference.title(), title -> new Entry(new ArrayList<>(), new ArrayList<>()));
            entry.cases().add(one.name());
            entry.differences().add(difference);
        });
    }

    private String text() {
        return """
                # Differences from Packer

                packer-build does with a template what Packer 1.6.6 does with it. To make sure, both get the same templates,
                and their answers are compared: exit code, machine-readable output, printed text, files, and whether every
                problem that Packer finds is found.

                | templates compared | equal | different |
                | --- | --- | --- |
                | %d | %d | %d |

                What differs is listed here, all of it. The names in brackets are those of the
                [compared templates](../src/engine/src/test/resources/differential). This page is made from them.

                Not compared is what no two runs of Packer have in common: times, identifiers, names of temporary files, which of
                several builds comes first, and whether a script's output or its errors are heard first. Ours lists builds by
                name, always. Of problems Packer's words are looked for in ours; ours say more: line, column, and what to do.

                ## On purpose

                %s
                ## Not there yet

                %s""".formatted(compared, compared - different, different, group(true), group(false));
    }

    private String group(boolean onPurpose) {
        String text = entries.entrySet().stream()
                .filter(entry -> entry.getValue().differences().get(0).onPurpose() == onPurpose)
                .map(entry -> section(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? "Nothing.\n" : text;
    }

    private static String section(String title, Entry entry) {
        String text = entry.differences().stream()
                .map(Difference::text)
                .filter(one -> !one.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n\n"));
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        entry.differences().forEach(difference -> aspects.addAll(difference.aspects()));
        String differs = aspects.stream().map(Aspect::words).collect(Collectors.joining(", "));
        String cases = entry.cases().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return "### " + title + "\n\n" + text + "\n\nWhat differs: " + differs + " (" + cases + ").\n";
    }
}
