package io.jenkins.plugins.packerbuild.engine.secret;

/**
 * One form of one secret.
 *
 * @param text what is looked for, never empty
 * @param before how many characters before it give a part of it away
 * @param after how many characters after it give a part of it away
 */
record Pattern(String text, int before, int after) {

    /** A value this short stands in the middle of common words. */
    private static final int WHOLE_WORD_BELOW = 6;

    static Pattern of(String text) {
        return new Pattern(text, 0, 0);
    }

    /** Whether a match at that place is one: short values count only where they stand alone. */
    boolean matches(CharSequence in, int start) {
        if (text.length() >= WHOLE_WORD_BELOW) {
            return true;
        }
        int end = start + text.length();
        boolean joinedBefore = start > 0 && isWord(in.charAt(start - 1)) && isWord(text.charAt(0));
        boolean joinedAfter = end < in.length() && isWord(in.charAt(end)) && isWord(text.charAt(text.length() - 1));
        return !joinedBefore && !joinedAfter;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }
}
