package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a name in an action stands for.
 *
 * @param parameters of which types its arguments are
 * @param rest the type of any more arguments; null when there can be none
 * @param body what it does; safe for use by several threads
 */
public record TextFunction(
        List<Parameter> parameters, @Nullable Parameter rest, Body body) {

    /** Copies the list. */
    public TextFunction {
        parameters = List.copyOf(parameters);
    }

    /** Types of arguments. */
    public enum Parameter {
        /** A text. */
        TEXT("string", "string"),
        /** A whole number, a {@link Long}. */
        NUMBER("int", "integer"),
        /** Anything. */
        ANY("interface {}", "value");

        private final String type;
        private final String literal;

        Parameter(String type, String literal) {
            this.type = type;
            this.literal = literal;
        }

        /** As Go calls it. */
        String type() {
            return type;
        }

        /** As Go calls a literal of it. */
        String literal() {
            return literal;
        }

        boolean fits(Object value) {
            return switch (this) {
                case TEXT -> value instanceof String;
                case NUMBER -> value instanceof Long;
                case ANY -> true;
            };
        }
    }

    /** What a function does. */
    @FunctionalInterface
    public interface Body {

        /**
         * Calls it; number and types of the arguments fit.
         *
         * @throws ActionException when there is no result
         */
        Object call(List<Object> arguments, ActionData data);
    }

    /** One with exactly these arguments. */
    public static TextFunction of(Body body, Parameter... parameters) {
        return new TextFunction(List.of(parameters), null, body);
    }

    /** One with these arguments and any number of more. */
    public static TextFunction variadic(Body body, Parameter rest, Parameter... parameters) {
        return new TextFunction(List.of(parameters), rest, body);
    }
}
