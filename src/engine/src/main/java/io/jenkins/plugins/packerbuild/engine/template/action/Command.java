package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A function with its arguments, or a value.
 *
 * @param operands at least one; the first of them is the function
 */
record Command(List<Operand> operands) {

    /**
     * Its value.
     *
     * @param piped what is given by the command before; {@link Operand#ABSENT} for the first
     */
    Object value(Frame frame, Object dot, Object piped) {
        frame.rendering().step();
        Operand first = operands.get(0);
        List<Operand> arguments = operands.subList(1, operands.size());
        if (first instanceof Operand.Name name) {
            return new Call(name, text(), frame, dot).value(arguments, piped);
        }
        boolean hasArguments = !arguments.isEmpty() || piped != Operand.ABSENT;
        if (first instanceof Operand.Fields fields) {
            return fields.value(frame, dot, hasArguments);
        }
        if (hasArguments) {
            throw ActionException.of(
                            "can't give argument to non-function "
                                    + (first instanceof Operand.Parenthesis inside
                                            ? inside.pipeline().text()
                                            : first.text()),
                            "Write one value only, or a function before its arguments: {{printf `%s-%s` `a` `b`}}.")
                    .in("at <" + text() + ">");
        }
        if (first instanceof Operand.Nothing) {
            throw ActionException.of("nil is not a command", "Write `` for an empty text.")
                    .in("at <nil>");
        }
        return first.value(frame, dot);
    }

    /**
     * The function that is called, with its first argument.
     *
     * @param before the command that is piped into it
     */
    Optional<Operand.Called> called(Optional<Command> before) {
        if (!(operands.get(0) instanceof Operand.Name name)) {
            return Optional.empty();
        }
        Optional<String> argument = operands.size() > 1
                ? literal(operands.get(1))
                : before.filter(command -> command.operands().size() == 1)
                        .flatMap(command -> literal(command.operands().get(0)));
        return Optional.of(new Operand.Called(name.name(), argument));
    }

    private static Optional<String> literal(Operand operand) {
        return operand instanceof Operand.Literal literal && literal.value() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    /** As it is written. */
    String text() {
        return operands.stream().map(Operand::text).collect(Collectors.joining(" "));
    }
}
