package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.List;

/** Cuts one action into tokens, up to its closing brackets. One use. */
final class ActionLexer {

    /** More are no template's, and would fill the memory. */
    private static final int MOST_TOKENS = 500_000;

    private static final String TERMINATORS = ".,|:)(";

    private final String source;
    private int position;
    private int begin;
    private int parentheses;
    private boolean trimsAfter;

    ActionLexer(String source, int open, int start) {
        this.source = source;
        this.begin = open;
        this.position = start;
    }

    /** The place behind the closing brackets. */
    int end() {
        return position;
    }

    /** Whether the blanks after the action go. */
    boolean trimsAfter() {
        return trimsAfter;
    }

    /** Adds the tokens, the last one {@link Token.Kind#CLOSE} or {@link Token.Kind#ERROR}. */
    void readInto(List<Token> tokens) {
        Token token;
        do {
            begin = position;
            token = tokens.size() < MOST_TOKENS ? next() : error("the text has too many words in its actions");
            tokens.add(token);
        } while (!token.is(Token.Kind.CLOSE) && !token.is(Token.Kind.ERROR));
    }

    private Token next() {
        trimsAfter = trimmedClose(position);
        if (trimsAfter || source.startsWith("}}", position)) {
            position += trimsAfter ? 4 : 2;
            return parentheses == 0 ? new Token(Token.Kind.CLOSE, "}}", begin) : error("unclosed left paren");
        }
        if (position >= source.length()) {
            return error("unclosed action");
        }
        if (TextLexer.isBlank(source, position)) {
            return space();
        }
        int c = source.codePointAt(position);
        if (Character.isLetter(c) || Character.isDigit(c) && (c < '0' || c > '9') || c == '_') {
            return word();
        }
        return literalOrSign(c);
    }

    private Token literalOrSign(int c) {
        boolean fieldOrDot = c == '.' && !isDigit(position + 1);
        if (fieldOrDot || c == '$') {
            return fieldOrVariable(c);
        }
        if (c == '.' || c == '+' || c == '-' || isDigit(position)) {
            return number();
        }
        return switch (c) {
            case '"' -> quoted('"', Token.Kind.STRING, "unterminated quoted string");
            case '\'' -> quoted('\'', Token.Kind.CHARACTER, "unterminated character constant");
            case '`' -> raw();
            default -> sign(c);
        };
    }

    private Token sign(int c) {
        position += Character.charCount(c);
        return switch (c) {
            case '|' -> token(Token.Kind.PIPE);
            case '=' -> token(Token.Kind.ASSIGN);
            case ':' -> declaration();
            case '(' -> parenthesis(1, Token.Kind.LEFT);
            case ')' -> parenthesis(-1, Token.Kind.RIGHT);
            default ->
                c > ' ' && c < 0x7F
                        ? token(Token.Kind.SIGN)
                        : error("unrecognized character in action: " + GoQuotes.unicode(c));
        };
    }

    private Token declaration() {
        if (!source.startsWith("=", position)) {
            return error("expected :=");
        }
        position++;
        return token(Token.Kind.DECLARE);
    }

    /** Go's own lexer finds a closing parenthesis too many only after it has given it away. */
    private Token parenthesis(int change, Token.Kind kind) {
        parentheses = Math.max(0, parentheses + change);
        return token(kind);
    }

    private Token space() {
        while (TextLexer.isBlank(source, position) && !trimmedClose(position)) {
            position++;
        }
        return token(Token.Kind.SPACE);
    }

    private boolean trimmedClose(int index) {
        return TextLexer.isBlank(source, index) && source.startsWith("-}}", index + 1);
    }

    private Token word() {
        skipName();
        return atTerminator() ? Token.word(source.substring(begin, position), begin) : badCharacter();
    }

    private Token fieldOrVariable(int first) {
        position++;
        if (atTerminator()) {
            return token(first == '.' ? Token.Kind.DOT : Token.Kind.VARIABLE);
        }
        skipName();
        return atTerminator() ? token(first == '.' ? Token.Kind.FIELD : Token.Kind.VARIABLE) : badCharacter();
    }

    private void skipName() {
        while (isNamePart(position)) {
            position += Character.charCount(source.codePointAt(position));
        }
    }

    private boolean isNamePart(int index) {
        if (index >= source.length()) {
            return false;
        }
        int c = source.codePointAt(index);
        return c == '_' || Character.isLetter(c) || Character.isDigit(c);
    }

    private boolean isDigit(int index) {
        return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
    }

    private boolean atTerminator() {
        return position >= source.length()
                || TextLexer.isBlank(source, position)
                || source.startsWith("}}", position)
                || TERMINATORS.indexOf(source.charAt(position)) >= 0;
    }

    private Token badCharacter() {
        return error("bad character " + GoQuotes.unicode(source.codePointAt(position)));
    }

    private Token number() {
        position = new NumberScanner(source, position).end();
        boolean complex = source.startsWith("+", position) || source.startsWith("-", position);
        if (!isNamePart(position) && !complex) {
            return token(Token.Kind.NUMBER);
        }
        int next = complex ? new NumberScanner(source, position).end() : position;
        position = isNamePart(next) ? next + Character.charCount(source.codePointAt(next)) : next;
        String text = source.substring(begin, position);
        return complex && text.endsWith("i") && !isNamePart(next)
                ? token(Token.Kind.NUMBER)
                : error("bad number syntax: " + GoQuotes.quote(text));
    }

    private Token quoted(char quote, Token.Kind kind, String unterminated) {
        position++;
        while (position < source.length() && source.charAt(position) != quote && source.charAt(position) != '\n') {
            position += source.charAt(position) == '\\' && !source.startsWith("\n", position + 1) ? 2 : 1;
        }
        if (position >= source.length() || source.charAt(position) == '\n') {
            return error(unterminated);
        }
        position++;
        return token(kind);
    }

    private Token raw() {
        int close = source.indexOf('`', position + 1);
        if (close < 0) {
            return error("unterminated raw quoted string");
        }
        position = close + 1;
        return token(Token.Kind.STRING);
    }

    private Token token(Token.Kind kind) {
        return new Token(kind, source.substring(begin, position), begin);
    }

    private Token error(String words) {
        return new Token(Token.Kind.ERROR, words, begin);
    }
}
