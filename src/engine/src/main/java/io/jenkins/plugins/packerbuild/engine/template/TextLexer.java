package io.jenkins.plugins.packerbuild.engine.template;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into literal pieces and the tokens of its actions, as Go's text/template does. One use. */
final class TextLexer {

    private static final String BLANKS = " \t\r\n";

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private boolean trimNext;
    private int position;

    TextLexer(String source) {
        this.source = source;
    }

    /**
     * All tokens; the last is {@link Token.Kind#END}.
     *
     * @throws Complaint when an action is not closed, or holds what no action holds
     */
    List<Token> tokens() {
        while (position < source.length()) {
            int open = source.indexOf("{{", position);
            if (open < 0) {
                literal(source.substring(position), false);
                position = source.length();
            } else {
                action(open);
            }
        }
        tokens.add(new Token(Token.Kind.END, "", false));
        return tokens;
    }

    private void action(int open) {
        int inside = open + 2;
        boolean trimBefore = source.startsWith("-", inside) && isBlank(inside + 1);
        literal(source.substring(position, open), trimBefore);
        trimNext = false;
        int start = trimBefore ? inside + 2 : inside;
        position = source.startsWith("/*", start) ? comment(start) : tokens(start);
    }

    private void literal(String text, boolean trimEnd) {
        String begun = trimNext ? text.stripLeading() : text;
        String trimmed = trimEnd ? begun.stripTrailing() : begun;
        if (!trimmed.isEmpty()) {
            tokens.add(new Token(Token.Kind.TEXT, trimmed, false));
        }
    }

    private int comment(int start) {
        int end = source.indexOf("*/", start + 2);
        if (end < 0) {
            throw Complaint.rendering("a comment is not closed", "End it with */}}.");
        }
        if (source.startsWith("}}", end + 2)) {
            return end + 4;
        }
        if (isBlank(end + 2) && source.startsWith("-}}", end + 3)) {
            trimNext = true;
            return end + 6;
        }
        throw Complaint.rendering("a comment ends before its action does", "End it with */}} without a blank.");
    }

    private int tokens(int start) {
        ActionLexer lexer = new ActionLexer(source, start);
        tokens.add(new Token(Token.Kind.OPEN, "", false));
        lexer.readInto(tokens);
        trimNext = lexer.trimsAfter();
        return lexer.end();
    }

    private boolean isBlank(int index) {
        return index < source.length() && BLANKS.indexOf(source.charAt(index)) >= 0;
    }
}
