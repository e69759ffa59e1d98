package io.jenkins.plugins.packerbuild.engine.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the tokens of a text. One use. */
final class TextParser {

    private static final int DEEPEST = 100;
    private static final Set<String> NOT_YET = Set.of("range", "with", "define", "template", "block");

    private final List<Token> tokens;
    private final FunctionSet functions;
    private int position;
    private int depth;

    TextParser(List<Token> tokens, FunctionSet functions) {
        this.tokens = tokens;
        this.functions = functions;
    }

    /**
     * The whole text.
     *
     * @throws Complaint when its syntax is wrong, or a function is not known
     */
    List<TextNode> parse() {
        List<TextNode> nodes = nodes();
        if (!peek().is(Token.Kind.END)) {
            Token keyword = tokens.get(position + 1);
            throw Complaint.rendering("{{" + keyword.text() + "}} stands without its {{if}}", "Add {{if …}}.");
        }
        return nodes;
    }

    /** Up to the end of the text, or to an else or end. */
    private List<TextNode> nodes() {
        List<TextNode> nodes = new ArrayList<>();
        while (!peek().is(Token.Kind.END) && !opens("else") && !opens("end")) {
            nodes.add(peek().is(Token.Kind.TEXT) ? new TextNode.Literal(take().text()) : action());
        }
        return nodes;
    }

    private boolean opens(String word) {
        return peek().is(Token.Kind.OPEN) && tokens.get(position + 1).isWord(word);
    }

    private TextNode action() {
        take();
        if (peek().isWord("if")) {
            take();
            return choice();
        }
        if (peek().is(Token.Kind.WORD) && NOT_YET.contains(peek().text())) {
            throw Complaint.rendering("{{" + peek().text() + "}} is not there yet", "Write it without.");
        }
        Expression expression = pipeline();
        expect(Token.Kind.CLOSE);
        return new TextNode.Output(expression);
    }

    /** After its keyword. */
    private TextNode choice() {
        enter();
        Expression condition = pipeline();
        expect(Token.Kind.CLOSE);
        List<TextNode> yes = nodes();
        List<TextNode> no = otherwise();
        depth--;
        return new TextNode.Choice(condition, yes, no);
    }

    private List<TextNode> otherwise() {
        if (peek().is(Token.Kind.END)) {
            throw Complaint.rendering("an {{if}} is not closed", "Add {{end}}.");
        }
        take();
        if (take().isWord("end")) {
            expect(Token.Kind.CLOSE);
            return List.of();
        }
        if (peek().isWord("if")) {
            take();
            return List.of(choice());
        }
        expect(Token.Kind.CLOSE);
        List<TextNode> nodes = nodes();
        if (!opens("end")) {
            throw Complaint.rendering("an {{else}} is not closed", "Add {{end}}.");
        }
        position += 2;
        expect(Token.Kind.CLOSE);
        return nodes;
    }

    private Expression pipeline() {
        enter();
        Expression value = command(null);
        while (peek().is(Token.Kind.PIPE)) {
            take();
            value = command(value);
        }
        depth--;
        return value;
    }

    private Expression command(@Nullable Expression piped) {
        if (!peek().is(Token.Kind.WORD) || isConstant(peek())) {
            Expression operand = operand();
            if (piped != null || startsOperand(peek())) {
                throw Complaint.rendering("something is given to a value as if it were a function", null);
            }
            return operand;
        }
        String name = take().text();
        TextFunction function = functions.find(name);
        List<Expression> arguments = new ArrayList<>();
        while (startsOperand(peek())) {
            arguments.add(operand());
        }
        if (piped != null) {
            arguments.add(piped);
        }
        return new Expression.Call(name, function, List.copyOf(arguments));
    }

    private static boolean startsOperand(Token token) {
        return switch (token.kind()) {
            case WORD, FIELD, STRING, NUMBER, LEFT -> true;
            default -> false;
        };
    }

    private static boolean isConstant(Token token) {
        return token.isWord("true") || token.isWord("false");
    }

    private Expression operand() {
        Token token = take();
        Expression operand = switch (token.kind()) {
            case STRING -> new Expression.Constant(token.text());
            case NUMBER -> new Expression.Constant(number(token.text()));
            case FIELD -> fields(new Expression.Dot(), token.text());
            case LEFT -> parenthesis();
            case WORD -> word(token);
            default -> throw unexpected(token);
        };
        boolean chained = peek().is(Token.Kind.FIELD) && peek().glued() && !token.is(Token.Kind.FIELD);
        return chained ? fields(operand, take().text()) : operand;
    }

    private Expression word(Token token) {
        return isConstant(token)
                ? new Expression.Constant(Boolean.valueOf(token.text()))
                : new Expression.Call(token.text(), functions.find(token.text()), List.of());
    }

    private Expression parenthesis() {
        Expression inner = pipeline();
        expect(Token.Kind.RIGHT);
        return inner;
    }

    private static Expression fields(Expression base, String path) {
        return new Expression.Fields(base, path.isEmpty() ? List.of() : List.of(path.split("\\.", -1)));
    }

    private static Long number(String text) {
        try {
            return Long.decode(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw Complaint.rendering("'" + text + "' is no whole number", "Texts stand in backquotes.");
        }
    }

    private Token peek() {
        return tokens.get(position);
    }

    private Token take() {
        Token token = tokens.get(position);
        position = Math.min(position + 1, tokens.size() - 1);
        return token;
    }

    private void expect(Token.Kind kind) {
        Token token = take();
        if (!token.is(kind)) {
            throw unexpected(token);
        }
    }

    private static Complaint unexpected(Token token) {
        return switch (token.kind()) {
            case CLOSE ->
                Complaint.rendering("an action ends too early, or a parenthesis is not closed", "Complete it.");
            case END -> Complaint.rendering("an action is not closed", "Add }}.");
            default -> Complaint.rendering("'" + token.text() + "' is out of place in an action", "Check its syntax.");
        };
    }

    private void enter() {
        depth++;
        if (depth > DEEPEST) {
            throw Complaint.rendering("actions are nested deeper than " + DEEPEST + " levels", "Simplify it.");
        }
    }
}
