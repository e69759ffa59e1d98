package io.jenkins.plugins.packerbuild.engine.differential;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** In what our answer differs from Packer's. */
final class Comparison {

    private final Answer packer;
    private final Answer ours;

    Comparison(Answer packer, Answer ours) {
        this.packer = packer;
        this.ours = ours;
    }

    /** What is ours where it differs, as text; of problems, what one of both finds and the other does not. */
    Map<Aspect, String> differences() {
        Map<Aspect, String> differences = new EnumMap<>(Aspect.class);
        differing(Run::exit).ifDiffers(differences, Aspect.EXIT);
        differing(Run::records).ifDiffers(differences, Aspect.RECORDS);
        differing(Run::text).ifDiffers(differences, Aspect.TEXT);
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            differences.put(Aspect.PROBLEMS, String.join("\n", missing));
        }
        List<String> more = more();
        if (!more.isEmpty()) {
            differences.put(Aspect.MORE, String.join("\n", more));
        }
        if (!packer.files().equals(ours.files())) {
            differences.put(Aspect.FILES, new Answer(List.of(), ours.files()).text());
        }
        return differences;
    }

    private <T> Pair<T> differing(Function<Run, T> part) {
        return new Pair<>(
                packer.runs().stream().map(part).toList(),
                ours.runs().stream().map(part).toList());
    }

    private record Pair<T>(List<T> packer, List<T> ours) {

        void ifDiffers(Map<Aspect, String> differences, Aspect aspect) {
            if (!packer.equals(ours)) {
                List<String> lines = new ArrayList<>();
                for (T part : ours) {
                    lines.addAll(
                            part instanceof List<?> list
                                    ? list.stream().map(String::valueOf).toList()
                                    : List.of(part + ""));
                }
                differences.put(aspect, String.join("\n", lines));
            }
        }
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < packer.runs().size(); i++) {
            List<String> said = ours.runs().get(i).problems();
            packer.runs().get(i).problems().stream()
                    .filter(problem -> said.stream().noneMatch(own -> says(own, problem)))
                    .forEach(missing::add);
        }
        return missing;
    }

    private List<String> more() {
        List<String> more = new ArrayList<>();
        for (int i = 0; i < ours.runs().size(); i++) {
            List<String> said = packer.runs().get(i).problems();
            ours.runs().get(i).problems().stream()
                    .filter(own -> said.stream().noneMatch(problem -> says(own, problem)))
                    .forEach(more::add);
        }
        return more;
    }

    /** Whether one of our problems has the words of one of Packer's; a warning may have become an error. */
    private static boolean says(String own, String problem) {
        boolean warning = problem.startsWith("warning: ");
        String words = problem.substring(problem.indexOf(' ') + 1);
        return (warning || own.startsWith("error: "))
                && (bare(own).contains(bare(words)) || Translations.says(own, words));
    }

    private static String bare(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("\\s", "").replaceFirst("\\.$", "");
    }
}
