package io.jenkins.plugins.packerbuild.credentials;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is an alternative of quoted texts, and a set of their first three characters: a line that has none of
 * these needs no matching. Without such a form every line is matched.
 *
 * @param pattern null when it finds nothing
 * @param beginnings hashes of the first three characters; null when they are not known
 */
record QuickPattern(@Nullable Pattern pattern, @Nullable BitSet beginnings) {

    static final QuickPattern NOTHING = new QuickPattern(null, null);

    private static final int BEGINNING = 3;
    private static final int HASHES = 1 << 16;

    static QuickPattern of(Pattern pattern) {
        if (pattern.pattern().isEmpty()) {
            return NOTHING;
        }
        return new QuickPattern(
                pattern,
                quotedTexts(pattern.pattern()).map(QuickPattern::beginnings).orElse(null));
    }

    String replaceAll(String line, String replacement) {
        if (pattern == null || beginnings != null && !mayMatch(line, beginnings)) {
            return line;
        }
        return pattern.matcher(line).replaceAll(Matcher.quoteReplacement(replacement));
    }

    private static boolean mayMatch(String line, BitSet beginnings) {
        for (int i = 0; i + BEGINNING <= line.length(); i++) {
            if (beginnings.get(hash(line, i))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable BitSet beginnings(List<String> texts) {
        BitSet set = new BitSet(HASHES);
        for (String text : texts) {
            if (text.length() < BEGINNING) {
                return null;
            }
            set.set(hash(text, 0));
        }
        return set;
    }

    private static int hash(String text, int at) {
        int mixed = (text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2);
        return (mixed ^ mixed >>> 16) & HASHES - 1;
    }

    /** The texts of an alternative as {@link Pattern#quote} writes it; empty when the expression is anything else. */
    private static Optional<List<String>> quotedTexts(String expression) {
        List<String> texts = new ArrayList<>();
        int at = 0;
        while (expression.startsWith("\\Q", at)) {
            int end = expression.indexOf("\\E", at + 2);
            if (end < 0) {
                return Optional.empty();
            }
            texts.add(expression.substring(at + 2, end));
            at = end + 2;
            if (at == expression.length()) {
                return Optional.of(texts);
            }
            if (expression.charAt(at) != '|') {
                return Optional.empty();
            }
            at++;
        }
        return Optional.empty();
    }
}
