package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something in an action that has a value: a {@link String}, {@link Long}, {@link Double}, {@link Boolean},
 * {@link UnsignedByte}, {@link Map}, {@link List} or {@link Nil#NIL}.
 */
sealed interface Operand {

    /** No value at all: a command that nothing is piped into. */
    Object ABSENT = new Object();

    /**
     * A call that stands in a text.
     *
     * @param function its name
     * @param argument its first argument; empty when that is no literal
     */
    record Called(String function, Optional<String> argument) {}

    /** Its value. */
    Object value(Frame frame, Object dot);

    /** As it is written. */
    String text();

    /**
     * A literal.
     *
     * @param value its value; of a number a {@link GoNumber}
     * @param text as it is written
     */
    record Literal(Object value, String text) implements Operand {
        @Override
        public Object value(Frame frame, Object dot) {
            return plainValue();
        }

        /** What it is where any type will do. */
        Object plainValue() {
            return value instanceof GoNumber number ? number.value() : value;
        }
    }

    /** {@code nil}. */
    record Nothing() implements Operand {
        @Override
        public Object value(Frame frame, Object dot) {
            return Nil.NIL;
        }

        @Override
        public String text() {
            return "nil";
        }
    }

    /** The dot. */
    record Dot() implements Operand {
        @Override
        public Object value(Frame frame, Object dot) {
            return dot;
        }

        @Override
        public String text() {
            return ".";
        }
    }

    /** A variable. */
    record Variable(String text) implements Operand {
        @Override
        public Object value(Frame frame, Object dot) {
            return frame.variable(text);
        }
    }

    /** A function. */
    record Name(String name, TextFunction function) implements Operand {
        @Override
        public Object value(Frame frame, Object dot) {
            return new Call(this, name, frame, dot).value(List.of(), ABSENT);
        }

        @Override
        public String text() {
            return name;
        }
    }

    /** A pipeline in parentheses. */
    record Parenthesis(Pipeline pipeline) implements Operand {
        @Override
        public Object value(Frame frame, Object dot) {
            return pipeline.value(frame, dot);
        }

        @Override
        public String text() {
            return "(" + pipeline.text() + ")";
        }
    }

    /** Names, each looked up in the value before. */
    record Fields(Operand base, List<String> names) implements Operand {

        static Fields of(Operand base, List<String> names) {
            return base instanceof Fields inner && inner.base() instanceof Dot
                    ? new Fields(
                            inner.base(),
                            Stream.concat(inner.names().stream(), names.stream())
                                    .toList())
                    : new Fields(base, List.copyOf(names));
        }

        @Override
        public Object value(Frame frame, Object dot) {
            return value(frame, dot, false);
        }

        Object value(Frame frame, Object dot, boolean hasArguments) {
            Object value = base.value(frame, dot);
            for (int i = 0; i < names.size(); i++) {
                value = entry(frame, value, names.get(i), hasArguments && i == names.size() - 1);
            }
            return value;
        }

        private Object entry(Frame frame, Object value, String name, boolean hasArguments) {
            if (value == Nil.NIL) {
                return Nil.NIL;
            }
            if (!(value instanceof Map<?, ?> map)) {
                throw ActionException.of(
                                "can't evaluate field " + name + " in type " + GoValues.type(value),
                                "Only data such as {{.Name}} have names inside.")
                        .in("at <" + text() + ">");
            }
            if (hasArguments) {
                throw ActionException.of(
                                name + " is not a method but has arguments", "Write the name alone: {{." + name + "}}.")
                        .in("at <" + text() + ">");
            }
            Object entry = map.get(name);
            if (entry == null) {
                frame.rendering().requireName(map, name);
            }
            return GoValues.of(entry);
        }

        @Override
        public String text() {
            String chain = "." + String.join(".", names);
            return base instanceof Dot ? chain : base.text() + chain;
        }
    }
}
