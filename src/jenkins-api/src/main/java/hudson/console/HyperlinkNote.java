package hudson.console;

import java.util.function.BiFunction;

/** Signature: jenkins-core. */
public abstract class HyperlinkNote extends ConsoleNote {
    public HyperlinkNote(String url, int length) {}

    public static String encodeTo(String url, String text) {
        throw new UnsupportedOperationException();
    }

    static String encodeTo(String url, String text, BiFunction<String, Integer, ConsoleNote> constructor) {
        throw new UnsupportedOperationException();
    }
}
