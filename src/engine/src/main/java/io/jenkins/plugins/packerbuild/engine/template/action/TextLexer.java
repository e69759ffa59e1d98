package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into literal pieces and the tokens of its actions, as Go's text/template does. One use. */
final class TextLexer {

    static final String BLANKS = " \t\r\n";

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private boolean trimNext;
    private int position;

    TextLexer(String source) {
        this.source = source;
    }

    /** All tokens; the last is {@link Token.Kind#END}, or the {@link Token.Kind#ERROR} at which the text makes no sense. */
    List<Token> tokens() {
        while (position < source.length() && !failed()) {
            int open = source.indexOf("{{", position);
            if (open < 0) {
                literal(position, source.length(), false);
                position = source.length();
            } else {
                action(open);
            }
        }
        if (!failed()) {
            tokens.add(new Token(Token.Kind.END, "", source.length()));
        }
        return tokens;
    }

    private boolean failed() {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(Token.Kind.ERROR);
    }

    private void action(int open) {
        int inside = open + 2;
        boolean trimBefore = source.startsWith("-", inside) && isBlank(source, inside + 1);
        literal(position, open, trimBefore);
        trimNext = false;
        int start = trimBefore ? inside + 2 : inside;
        if (source.startsWith("/*", start)) {
            comment(open, start);
        } else {
            ActionLexer lexer = new ActionLexer(source, open, start);
            tokens.add(new Token(Token.Kind.OPEN, "{{", open));
            lexer.readInto(tokens);
            trimNext = lexer.trimsAfter();
            position = lexer.end();
        }
    }

    private void literal(int from, int to, boolean trimEnd) {
        int begin = from;
        int end = to;
        while (trimNext && begin < end && isBlank(source, begin)) {
            begin++;
        }
        while (trimEnd && end > begin && isBlank(source, end - 1)) {
            end--;
        }
        if (end > begin) {
            tokens.add(new Token(Token.Kind.TEXT, source.substring(begin, end), begin));
        }
    }

    private void comment(int open, int start) {
        int end = source.indexOf("*/", start + 2);
        if (end < 0) {
            tokens.add(new Token(Token.Kind.ERROR, "unclosed comment", open));
        } else if (source.startsWith("}}", end + 2)) {
            position = end + 4;
        } else if (isBlank(source, end + 2) && source.startsWith("-}}", end + 3)) {
            trimNext = true;
            position = end + 6;
        } else {
            tokens.add(new Token(Token.Kind.ERROR, "comment ends before closing delimiter", open));
        }
    }

    /** Whether there is one of the four characters that Go takes for a blank. */
    static boolean isBlank(String text, int index) {
        return index < text.length() && BLANKS.indexOf(text.charAt(index)) >= 0;
    }
}
