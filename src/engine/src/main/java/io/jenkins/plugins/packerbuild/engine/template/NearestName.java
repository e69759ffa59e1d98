package io.jenkins.plugins.packerbuild.engine.template;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody may have meant. */
public final class NearestName {

    private static final int LONGEST = 100;

    private NearestName() {}

    /** The nearest of the known names; empty when none is near enough. */
    public static Optional<String> of(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        int tolerance = Math.max(1, written.length() / 3);
        return known.stream()
                .filter(name -> Math.abs(name.length() - written.length()) <= tolerance)
                .filter(name -> distance(written, name) <= tolerance)
                .min(Comparator.<String>comparingInt(name -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A sentence with the nearest name, or the other sentence. */
    public static String cure(String written, Collection<String> known, String otherwise) {
        return of(written, known).map(name -> "Did you mean '" + name + "'?").orElse(otherwise);
    }

    /** Levenshtein's distance, blind to case. */
    static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
