package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.ArrayList;
import java.util.List;

/**
 * One call of a function.
 *
 * @param name the function
 * @param text the call as it is written
 * @param frame the variables
 * @param dot the dot
 */
record Call(Operand.Name name, String text, Frame frame, Object dot) {

    /**
     * Its value.
     *
     * @param piped the last argument; {@link Operand#ABSENT} when there is none
     */
    Object value(List<Operand> operands, Object piped) {
        TextFunction function = name.function();
        checkCount(function, operands.size() + (piped == Operand.ABSENT ? 0 : 1), operands.size());
        if (function == Builtins.AND || function == Builtins.OR) {
            return firstThat(function == Builtins.OR, operands, piped);
        }
        List<Object> arguments = new ArrayList<>();
        for (Operand operand : operands) {
            arguments.add(argument(operand, parameter(function, arguments.size())));
        }
        if (piped != Operand.ABSENT) {
            arguments.add(checked(piped, parameter(function, arguments.size()), name.text()));
        }
        return call(function, arguments);
    }

    private Object call(TextFunction function, List<Object> arguments) {
        try {
            Object result = function.body().call(arguments, frame.rendering().data());
            if (result instanceof String made) {
                Rendering.requireShort(made.length());
            }
            return result;
        } catch (ActionException e) {
            throw e.calling(name.name()).in("at <" + text + ">");
        }
    }

    private void checkCount(TextFunction function, int given, int written) {
        int fixed = function.parameters().size();
        boolean variadic = function.rest() != null;
        if (variadic ? given < fixed : given != fixed) {
            throw ActionException.of(
                            "wrong number of args for " + name.name() + ": want " + (variadic ? "at least " : "")
                                    + fixed + " got " + (variadic ? written : given),
                            "Texts with blanks stand in backquotes.")
                    .in("at <" + name.name() + ">");
        }
    }

    private static TextFunction.Parameter parameter(TextFunction function, int index) {
        TextFunction.Parameter rest = function.rest();
        return index < function.parameters().size() || rest == null
                ? function.parameters().get(index)
                : rest;
    }

    /** Those behind the first that decides are not even looked at. */
    private Object firstThat(boolean truth, List<Operand> operands, Object piped) {
        Object value = Nil.NIL;
        for (Operand operand : operands) {
            value = argument(operand, TextFunction.Parameter.ANY);
            if (GoValues.isTrue(value) == truth) {
                return value;
            }
        }
        return piped == Operand.ABSENT ? value : piped;
    }

    private Object argument(Operand operand, TextFunction.Parameter parameter) {
        if (operand instanceof Operand.Literal literal) {
            return literal(literal, parameter);
        }
        if (operand instanceof Operand.Nothing && parameter != TextFunction.Parameter.ANY) {
            throw ActionException.of("cannot assign nil to " + parameter.type(), "Write `` for an empty text.")
                    .in("at <nil>");
        }
        return checked(operand.value(frame, dot), parameter, operand.text());
    }

    private static Object literal(Operand.Literal literal, TextFunction.Parameter parameter) {
        Object value = literal.value();
        boolean number = value instanceof GoNumber;
        boolean fits = switch (parameter) {
            case TEXT -> value instanceof String;
            case NUMBER -> number && ((GoNumber) value).isWhole();
            case ANY -> true;
        };
        if (!fits) {
            throw ActionException.of(
                            "expected " + parameter.literal() + "; found " + literal.text(),
                            parameter == TextFunction.Parameter.TEXT
                                    ? "Write texts in backquotes: `text`."
                                    : "Write a whole number, without quotes.")
                    .in("at <" + literal.text() + ">");
        }
        return parameter == TextFunction.Parameter.NUMBER ? ((GoNumber) value).whole() : literal.plainValue();
    }

    private static Object checked(Object value, TextFunction.Parameter parameter, String where) {
        if (parameter.fits(value)) {
            return value;
        }
        String words = value == Nil.NIL
                ? "invalid value; expected " + parameter.type()
                : "wrong type for value; expected " + parameter.type() + "; got " + GoValues.type(value);
        throw ActionException.of(words, "Make it one: {{print ... | function}}.")
                .in("at <" + where + ">");
    }
}
