package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tokens of a text while it is parsed, with what the parsers must remember on the way: the variables that are known,
 * how deep they are, and what is called with which literals. One use.
 */
final class Tokens {

    /** Deeper nesting is refused. */
    static final int DEEPEST = 200;

    private final String source;
    private final List<Token> tokens;
    private final Set<String> fields = new TreeSet<>();
    private List<String> variables = new ArrayList<>(List.of("$"));
    private int position;
    private int depth;
    private int depthOfDot;

    Tokens(String source) {
        this.source = source;
        this.tokens = new TextLexer(source).tokens();
    }

    /** The next one, which stays there; blanks count. */
    Token peek() {
        return tokens.get(position);
    }

    /** The next one that is no blank, which stays there. */
    Token peekWord() {
        return tokens.get(peek().is(Token.Kind.SPACE) ? position + 1 : position);
    }

    /** The one behind the next one, blanks aside. */
    Token peekSecondWord() {
        int next = peek().is(Token.Kind.SPACE) ? position + 2 : position + 1;
        int inside = Math.min(next, tokens.size() - 1);
        return tokens.get(tokens.get(inside).is(Token.Kind.SPACE) ? inside + 1 : inside);
    }

    /** Takes the next one. */
    Token take() {
        Token token = tokens.get(position);
        position = Math.min(position + 1, tokens.size() - 1);
        return token;
    }

    /** Where it is, to come back to. */
    int position() {
        return position;
    }

    /** Goes back to where it was. */
    void backTo(int before) {
        position = before;
    }

    /** Takes the next one that is no blank. */
    Token takeWord() {
        if (peek().is(Token.Kind.SPACE)) {
            take();
        }
        return take();
    }

    /** Takes one of that kind, or complains. */
    Token expect(Token.Kind kind, String context) {
        Token token = takeWord();
        if (!token.is(kind)) {
            throw unexpected(token, context);
        }
        return token;
    }

    ActionException unexpected(Token token, String context) {
        return token.is(Token.Kind.ERROR)
                ? failure(token, token.text(), cure(token.text()))
                : failure(token, "unexpected " + token.shown() + " in " + context, unexpectedCure(token));
    }

    private static String unexpectedCure(Token token) {
        return switch (token.kind()) {
            case END -> "Add {{end}}.";
            case CLOSE -> "Complete the action before its closing braces.";
            case SIGN ->
                token.text().equals("{")
                        ? "Write two braces, {{ and }}; braces that shall stay go in backquotes: {{`{`}}."
                        : "Remove it, or put it into backquotes when it is part of a text.";
            default -> "Remove it, or write texts in backquotes.";
        };
    }

    private static String cure(String words) {
        if (words.startsWith("unclosed action")) {
            return "Close it with }}.";
        }
        if (words.startsWith("unclosed left paren")) {
            return "Add a closing parenthesis.";
        }
        if (words.startsWith("unclosed comment") || words.startsWith("comment ends")) {
            return "End it with */}}, without a blank.";
        }
        return words.startsWith("unterminated")
                ? "Add the closing quote."
                : "Write texts in backquotes, and put a blank between them and a function.";
    }

    /** With the line where it is, when the text has several. */
    ActionException failure(Token token, String words, String cure) {
        ActionException failure = ActionException.of(words, cure);
        boolean lines = source.indexOf('\n') >= 0;
        long line = 1
                + source.substring(0, token.offset())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return lines ? failure.in("in its line " + line) : failure;
    }

    void enter(Token token) {
        depth++;
        if (depth > DEEPEST) {
            throw failure(token, "actions are nested deeper than " + DEEPEST + " levels", "Simplify it.");
        }
    }

    void leave() {
        depth--;
    }

    /** How many variables are known. */
    int variables() {
        return variables.size();
    }

    void declare(String variable) {
        variables.add(variable);
    }

    boolean knows(String variable) {
        return variables.contains(variable);
    }

    /** Forgets those that came after. */
    void forgetFrom(int count) {
        variables.subList(count, variables.size()).clear();
    }

    /** A definition knows no variables of others; gives those that were known. */
    List<String> exchange(List<String> others) {
        List<String> before = variables;
        variables = new ArrayList<>(others);
        return before;
    }

    /** From now on the dot is something else than the data of the text. */
    void changeDot() {
        depthOfDot++;
    }

    /** The dot is what it was before. */
    void restoreDot() {
        depthOfDot--;
    }

    /** Notes a name that is looked up in the dot. */
    void noteField(String name) {
        if (depthOfDot == 0) {
            fields.add(name);
        }
    }

    /** The names that are looked up in the data of the text. */
    Set<String> fields() {
        return fields;
    }
}
