package io.jenkins.plugins.packerbuild.engine.postprocessor.artifice;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A pattern for one name, as Go reads it. */
final class GlobPart {

    private final String text;
    private final StringBuilder regex = new StringBuilder();
    private int at;

    private GlobPart(String text) {
        this.text = text;
    }

    /** @throws PatternSyntaxException when a bracket is not closed, is empty, or nothing follows a backslash */
    static Pattern parse(String text) {
        GlobPart part = new GlobPart(text);
        while (part.at < text.length()) {
            part.next();
        }
        return Pattern.compile(part.regex.toString(), Pattern.DOTALL);
    }

    private void next() {
        int c = text.codePointAt(at);
        if (c == '*') {
            at++;
            regex.append(".*");
        } else if (c == '?') {
            at++;
            regex.append('.');
        } else if (c == '[') {
            at++;
            brackets();
        } else {
            regex.append(quoted(character()));
        }
    }

    private void brackets() {
        regex.append('[');
        if (at < text.length() && text.charAt(at) == '^') {
            at++;
            regex.append('^');
        }
        int ranges = 0;
        while (at < text.length() && (text.charAt(at) != ']' || ranges == 0)) {
            range();
            ranges++;
        }
        if (at == text.length()) {
            throw fault("a bracket is not closed");
        }
        at++;
        regex.append(']');
    }

    private void range() {
        int low = bracketCharacter();
        int high = low;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
            high = bracketCharacter();
        }
        if (low > high) {
            throw fault("a range in brackets runs backwards");
        }
        regex.append(quoted(low)).append('-').append(quoted(high));
    }

    private int bracketCharacter() {
        if (at == text.length()) {
            throw fault("a bracket is not closed");
        }
        if (text.charAt(at) == '-' || text.charAt(at) == ']') {
            throw fault("'" + text.charAt(at) + "' stands in brackets where a character is expected");
        }
        return character();
    }

    /** The next one, or that behind a backslash. */
    private int character() {
        if (text.charAt(at) == '\\') {
            at++;
            if (at == text.length()) {
                throw fault("nothing follows a backslash");
            }
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private PatternSyntaxException fault(String why) {
        return new PatternSyntaxException(why, text, at);
    }

    private static String quoted(int character) {
        return String.format("\\x{%x}", character);
    }
}
