package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Commands, each of which is given the value of the one before it.
 *
 * @param declaration the variables that get its value
 * @param commands at least one
 */
record Pipeline(Declaration declaration, List<Command> commands) {

    /**
     * Variables.
     *
     * @param variables with their dollar signs; at most two
     * @param assigns whether they are there already
     */
    record Declaration(List<String> variables, boolean assigns) {

        /** Whether there is none: then the value is printed. */
        boolean isEmpty() {
            return variables.isEmpty();
        }
    }

    /** Its value. */
    Object value(Frame frame, Object dot) {
        Object value = Operand.ABSENT;
        for (Command command : commands) {
            value = command.value(frame, dot, value);
        }
        for (String variable : declaration.variables()) {
            if (declaration.assigns()) {
                frame.assign(variable, value);
            } else {
                frame.declare(variable, value);
            }
        }
        return value;
    }

    /** As it is written. */
    String text() {
        String assignment = declaration.isEmpty()
                ? ""
                : String.join(", ", declaration.variables()) + (declaration.assigns() ? " = " : " := ");
        return assignment + commands.stream().map(Command::text).collect(Collectors.joining(" | "));
    }
}
