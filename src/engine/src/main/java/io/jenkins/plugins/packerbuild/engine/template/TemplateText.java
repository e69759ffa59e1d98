package io.jenkins.plugins.packerbuild.engine.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text of a template, parsed once and rendered as often as wanted. Immutable.
 *
 * @param nodes its pieces
 */
record TemplateText(List<TextNode> nodes) {

    /** Copies the list. */
    TemplateText {
        nodes = List.copyOf(nodes);
    }

    /**
     * Parses a text.
     *
     * @throws Complaint when its syntax is wrong, or a function is not there
     */
    static TemplateText parse(String text, FunctionSet functions) {
        if (!text.contains("{{")) {
            return new TemplateText(List.of(new TextNode.Literal(text)));
        }
        return new TemplateText(new TextParser(new TextLexer(text).tokens(), functions).parse());
    }

    /**
     * Renders it.
     *
     * @throws Complaint when that cannot be done with these data
     */
    String render(Evaluation evaluation) {
        StringBuilder output = new StringBuilder();
        nodes.forEach(node -> node.render(evaluation, output));
        return output.toString();
    }

    /** The literal first arguments of all calls of a function. */
    Set<String> argumentsOf(String function) {
        Set<String> arguments = new TreeSet<>();
        expressions()
                .forEach(expression -> literalArgument(expression, function).ifPresent(arguments::add));
        return arguments;
    }

    /** The first names of all chains that begin at the dot. */
    Set<String> fields() {
        Set<String> names = new TreeSet<>();
        for (Expression expression : expressions()) {
            if (expression instanceof Expression.Fields fields
                    && fields.base() instanceof Expression.Dot
                    && !fields.names().isEmpty()) {
                names.add(fields.names().get(0));
            }
        }
        return names;
    }

    /** The argument, when the text is nothing but one call of the function with one literal. */
    Optional<String> onlyCallOf(String function) {
        return nodes.size() == 1
                        && nodes.get(0) instanceof TextNode.Output output
                        && output.expression() instanceof Expression.Call call
                        && call.arguments().size() == 1
                ? literalArgument(call, function)
                : Optional.empty();
    }

    private List<Expression> expressions() {
        List<Expression> expressions = new ArrayList<>();
        nodes.forEach(node -> node.visit(expressions::add));
        return expressions;
    }

    private static Optional<String> literalArgument(Expression expression, String function) {
        return expression instanceof Expression.Call call
                        && call.name().equals(function)
                        && !call.arguments().isEmpty()
                        && call.arguments().get(0) instanceof Expression.Constant constant
                        && constant.content() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }
}
