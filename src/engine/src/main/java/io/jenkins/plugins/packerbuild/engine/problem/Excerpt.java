package io.jenkins.plugins.packerbuild.engine.problem;

/** The beginning of a text that may be longer than anybody wants to read. */
public final class Excerpt {

    private Excerpt() {}

    /** The text itself when it has at most that many characters, else so many of it and how many are left out. */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "... (" + (text.length() - end) + " more characters)";
    }
}
