package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses a text: its literal pieces, its actions, and what they enclose. One use. */
final class TextParser {

    private final Tokens tokens;
    private final PipelineParser pipelines;
    private final List<Operand.Called> called = new ArrayList<>();
    private final Map<String, List<Node>> definitions = new HashMap<>();
    private int ranges;

    TextParser(String text, FunctionSet functions) {
        this.tokens = new Tokens(text);
        this.pipelines = new PipelineParser(tokens, functions, called);
    }

    /**
     * The whole text.
     *
     * @throws ActionException when its syntax is wrong, or a function is not known
     */
    ActionText parse() {
        List<Node> nodes = new ArrayList<>();
        while (!tokens.peek().is(Token.Kind.END)) {
            if (opens("define")) {
                define();
            } else if (opens("end") || opens("else")) {
                throw loose();
            } else {
                nodes.add(node());
            }
        }
        return new ActionText(nodes, Map.copyOf(definitions), List.copyOf(called), tokens.fields());
    }

    private boolean opens(String word) {
        return tokens.peek().is(Token.Kind.OPEN) && tokens.peekSecondWord().isKeyword(word);
    }

    private ActionException loose() {
        tokens.take();
        Token keyword = tokens.takeWord();
        boolean otherIf = keyword.text().equals("else") && tokens.peekWord().isKeyword("if");
        if (!otherIf) {
            tokens.expect(Token.Kind.CLOSE, keyword.text());
        }
        return tokens.failure(keyword, "unexpected {{" + keyword.text() + "}}", "Add its {{if ...}}, or remove it.");
    }

    /** Up to an else or end, which stays there. */
    private List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        while (!opens("else") && !opens("end")) {
            if (tokens.peek().is(Token.Kind.END)) {
                throw tokens.failure(
                        tokens.peek(), "unexpected EOF", "An {{if}} or the like is not closed: add {{end}}.");
            }
            nodes.add(node());
        }
        return nodes;
    }

    private Node node() {
        Token token = tokens.take();
        if (token.is(Token.Kind.TEXT)) {
            return new Node.Literal(token.text());
        }
        if (!token.is(Token.Kind.OPEN)) {
            throw tokens.unexpected(token, "input");
        }
        Token word = tokens.peekWord();
        if (!word.is(Token.Kind.KEYWORD)) {
            return new Node.Output(pipelines.parse("command", Token.Kind.CLOSE));
        }
        tokens.takeWord();
        return switch (word.text()) {
            case "if" -> choice();
            case "with" -> with();
            case "range" -> range();
            case "template" -> template();
            case "block" -> block();
            case "break", "continue" -> jump(word);
            default -> throw tokens.unexpected(word, "command");
        };
    }

    /** After its keyword; a chain of {@code else if} is no deeper than its first. */
    private Node choice() {
        List<Node.Branch> branches = new ArrayList<>();
        List<Node> otherwise = List.of();
        int variables = tokens.variables();
        tokens.enter(tokens.peek());
        boolean another = true;
        while (another) {
            Pipeline condition = pipelines.parse("if", Token.Kind.CLOSE);
            branches.add(new Node.Branch(condition, nodes()));
            another = opens("else") && takesIf();
        }
        if (opens("else")) {
            otherwise = otherwise();
        }
        end();
        tokens.leave();
        tokens.forgetFrom(variables);
        return new Node.Choice(List.copyOf(branches), otherwise);
    }

    /** Whether an else goes on with an if; then both are taken. */
    private boolean takesIf() {
        int before = tokens.position();
        tokens.take();
        tokens.takeWord();
        boolean more = tokens.peekWord().isKeyword("if");
        if (more) {
            tokens.takeWord();
        } else {
            tokens.backTo(before);
        }
        return more;
    }

    private List<Node> otherwise() {
        tokens.take();
        tokens.takeWord();
        tokens.expect(Token.Kind.CLOSE, tokens.peekWord().isKeyword("if") ? "input" : "else");
        List<Node> nodes = nodes();
        if (opens("else")) {
            throw tokens.failure(tokens.peek(), "expected end; found {{else}}", "Remove the second {{else}}.");
        }
        return nodes;
    }

    private void end() {
        tokens.take();
        Token word = tokens.takeWord();
        if (!word.isKeyword("end")) {
            throw tokens.failure(word, "unexpected {{" + word.text() + "}}", "Add {{end}}.");
        }
        tokens.expect(Token.Kind.CLOSE, "end");
    }

    private Node with() {
        Body body = body("with");
        return new Node.With(body.pipeline(), body.nodes(), body.otherwise());
    }

    private Node range() {
        ranges++;
        Body body = body("range");
        ranges--;
        return new Node.Range(body.pipeline(), body.nodes(), body.otherwise());
    }

    private record Body(Pipeline pipeline, List<Node> nodes, List<Node> otherwise) {}

    private Body body(String keyword) {
        int variables = tokens.variables();
        tokens.enter(tokens.peek());
        Pipeline pipeline = pipelines.parse(keyword, Token.Kind.CLOSE);
        tokens.changeDot();
        List<Node> nodes = nodes();
        tokens.restoreDot();
        List<Node> otherwise = opens("else") ? otherwise() : List.of();
        end();
        tokens.leave();
        tokens.forgetFrom(variables);
        return new Body(pipeline, nodes, otherwise);
    }

    private Node jump(Token word) {
        tokens.expect(Token.Kind.CLOSE, "{{" + word.text() + "}}");
        if (ranges == 0) {
            throw tokens.failure(word, "{{" + word.text() + "}} outside {{range}}", "Remove it.");
        }
        return new Node.Jump(word.text().equals("break") ? Node.Flow.BREAK : Node.Flow.CONTINUE);
    }

    private Node template() {
        String name = name("template clause");
        if (tokens.peekWord().is(Token.Kind.CLOSE)) {
            tokens.takeWord();
            return new Node.Template(name, Optional.empty());
        }
        return new Node.Template(name, Optional.of(pipelines.parse("template clause", Token.Kind.CLOSE)));
    }

    private Node block() {
        String name = name("block clause");
        Pipeline pipeline = pipelines.parse("block clause", Token.Kind.CLOSE);
        definition(name, "block clause");
        return new Node.Template(name, Optional.of(pipeline));
    }

    private void define() {
        tokens.take();
        tokens.takeWord();
        String name = name("define clause");
        tokens.expect(Token.Kind.CLOSE, "define clause");
        definition(name, "define clause");
    }

    private void definition(String name, String context) {
        Token begin = tokens.peek();
        tokens.enter(begin);
        List<String> outside = tokens.exchange(List.of("$"));
        int outsideRanges = ranges;
        ranges = 0;
        tokens.changeDot();
        List<Node> nodes = nodes();
        tokens.restoreDot();
        ranges = outsideRanges;
        tokens.exchange(outside);
        if (opens("else")) {
            throw tokens.failure(tokens.peek(), "unexpected {{else}} in " + context, "Remove it.");
        }
        end();
        tokens.leave();
        List<Node> before = definitions.getOrDefault(name, List.of());
        if (!isEmpty(before) && !isEmpty(nodes)) {
            throw tokens.failure(
                    begin, "multiple definition of template " + GoQuotes.quote(name), "Give one of them another name.");
        }
        if (isEmpty(before)) {
            definitions.put(name, nodes);
        }
    }

    private static boolean isEmpty(List<Node> nodes) {
        return nodes.stream()
                .allMatch(node ->
                        node instanceof Node.Literal literal && literal.text().isBlank());
    }

    private String name(String context) {
        Token token = tokens.takeWord();
        if (!token.is(Token.Kind.STRING)) {
            throw tokens.unexpected(token, context);
        }
        return GoQuotes.unquote(token.text());
    }
}
