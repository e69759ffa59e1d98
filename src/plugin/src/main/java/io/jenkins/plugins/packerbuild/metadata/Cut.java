package io.jenkins.plugins.packerbuild.metadata;

import java.util.List;

/** How much of what an agent says is kept in {@code build.xml}. */
final class Cut {
    private static final int NAME = 500;
    private static final int TEXT = 4_000;
    private static final int ENTRIES = 1_000;

    private Cut() {}

    /** A name or an id. */
    static String name(String text) {
        return to(NAME, text);
    }

    /** A sentence or several. */
    static String text(String text) {
        return to(TEXT, text);
    }

    /** The first ones. */
    static <T> List<T> list(List<T> all) {
        return all.size() <= ENTRIES ? all : all.subList(0, ENTRIES);
    }

    private static String to(int most, String text) {
        String cut = text.length() <= most ? text : text.substring(0, most - 1) + "…";
        return cut.chars().allMatch(Cut::isPlain) ? cut : plain(cut);
    }

    /** XML has no place for control characters and for halves of characters. */
    private static String plain(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(each -> result.appendCodePoint(isAllowed(each) ? each : '\uFFFD'));
        return result.toString();
    }

    private static boolean isPlain(int unit) {
        return isAllowed(unit) && !Character.isSurrogate((char) unit);
    }

    private static boolean isAllowed(int each) {
        boolean half = each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE;
        boolean plain = !Character.isISOControl(each) && !half && each < 0xFFFE;
        return plain || each == '\n' || each == '\t' || each > 0xFFFF;
    }
}
