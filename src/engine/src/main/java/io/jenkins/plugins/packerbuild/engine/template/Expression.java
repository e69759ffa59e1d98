package io.jenkins.plugins.packerbuild.engine.template;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Something in an action that has a value: a {@link String}, {@link Long}, {@link Boolean}, {@link Map} or {@link #NO_VALUE}. */
sealed interface Expression {

    /** What a missing entry is; printed as Go prints it. */
    Object NO_VALUE = new Object() {
        @Override
        public String toString() {
            return "<no value>";
        }
    };

    /** Its value. */
    Object value(Evaluation evaluation);

    /** Shows itself and all expressions inside of it. */
    default void visit(Consumer<Expression> visitor) {
        visitor.accept(this);
    }

    /** A literal. */
    record Constant(Object content) implements Expression {
        @Override
        public Object value(Evaluation evaluation) {
            return content;
        }
    }

    /** A function with its arguments; what a pipe gives is the last of them. */
    record Call(String name, TextFunction function, List<Expression> arguments) implements Expression {
        @Override
        public Object value(Evaluation evaluation) {
            List<Object> values = arguments.stream()
                    .map(argument -> argument.value(evaluation))
                    .toList();
            return function.call(evaluation, new Arguments(name, values));
        }

        @Override
        public void visit(Consumer<Expression> visitor) {
            visitor.accept(this);
            arguments.forEach(argument -> argument.visit(visitor));
        }
    }

    /** A chain of names, looked up in a value; without names the value itself. */
    record Fields(Expression base, List<String> names) implements Expression {
        @Override
        public Object value(Evaluation evaluation) {
            if (base instanceof Dot && !names.isEmpty()) {
                evaluation.requireName(names.get(0));
            }
            Object value = base.value(evaluation);
            for (String name : names) {
                value = entry(value, name);
            }
            return value;
        }

        private static Object entry(Object value, String name) {
            if (value instanceof Map<?, ?> map) {
                Object entry = map.get(name);
                return entry == null ? NO_VALUE : entry;
            }
            if (value == NO_VALUE) {
                return NO_VALUE;
            }
            throw Complaint.rendering("." + name + " is looked up in something that has no names", null);
        }

        @Override
        public void visit(Consumer<Expression> visitor) {
            visitor.accept(this);
            base.visit(visitor);
        }
    }

    /** The data. */
    record Dot() implements Expression {
        @Override
        public Object value(Evaluation evaluation) {
            return evaluation.data();
        }
    }
}
