package io.jenkins.plugins.packerbuild.engine.template;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A piece of a parsed text. */
sealed interface TextNode {

    /** Longer output is refused. */
    int LONGEST = 16 * 1024 * 1024;

    /** Appends what it renders to. */
    void render(Evaluation evaluation, StringBuilder output);

    /** Shows all expressions inside of it. */
    void visit(Consumer<Expression> visitor);

    /** Stands for itself. */
    record Literal(String text) implements TextNode {
        @Override
        public void render(Evaluation evaluation, StringBuilder output) {
            append(output, text);
        }

        @Override
        public void visit(Consumer<Expression> visitor) {}
    }

    /** An action that prints its value. */
    record Output(Expression expression) implements TextNode {
        @Override
        public void render(Evaluation evaluation, StringBuilder output) {
            append(output, BuiltinFunctions.print(expression.value(evaluation)));
        }

        @Override
        public void visit(Consumer<Expression> visitor) {
            expression.visit(visitor);
        }
    }

    /** An if with its branches. */
    record Choice(Expression condition, List<TextNode> yes, List<TextNode> no) implements TextNode {
        @Override
        public void render(Evaluation evaluation, StringBuilder output) {
            List<TextNode> taken = isTrue(condition.value(evaluation)) ? yes : no;
            taken.forEach(node -> node.render(evaluation, output));
        }

        @Override
        public void visit(Consumer<Expression> visitor) {
            condition.visit(visitor);
            yes.forEach(node -> node.visit(visitor));
            no.forEach(node -> node.visit(visitor));
        }
    }

    /** Go's idea of truth: not empty and not zero. */
    static boolean isTrue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return !(value.equals("") || value.equals(0L) || value.equals(false) || value == Expression.NO_VALUE);
    }

    private static void append(StringBuilder output, String text) {
        if (output.length() + text.length() > LONGEST) {
            throw Complaint.rendering("the rendered text is longer than 16 MiB", "Shorten the variables in it.");
        }
        output.append(text);
    }
}
