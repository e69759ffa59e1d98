package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text of a template, parsed once and rendered as often as wanted. Immutable; safe for use by several threads.
 */
public final class ActionText {

    private final List<Node> nodes;
    private final Map<String, List<Node>> definitions;
    private final List<Operand.Called> called;
    private final Set<String> fields;

    ActionText(List<Node> nodes, Map<String, List<Node>> definitions, List<Operand.Called> called, Set<String> fields) {
        this.nodes = List.copyOf(nodes);
        this.definitions = definitions;
        this.called = called;
        this.fields = Set.copyOf(fields);
    }

    /**
     * Parses a text.
     *
     * @throws ActionException when its syntax is wrong, or a function is not there
     */
    public static ActionText parse(String text, FunctionSet functions) {
        return text.contains("{{")
                ? new TextParser(text, functions).parse()
                : new ActionText(List.of(new Node.Literal(text)), Map.of(), List.of(), Set.of());
    }

    /**
     * Renders it.
     *
     * @throws ActionException when that cannot be done with these data
     */
    public String render(ActionData data) {
        Rendering rendering = new Rendering(data, definitions);
        Node.render(nodes, new Frame(rendering, data.dot()), data.dot());
        return rendering.output();
    }

    /** The literal first arguments of all calls of a function. */
    public Set<String> argumentsOf(String function) {
        Set<String> arguments = new TreeSet<>();
        called.stream()
                .filter(call -> call.function().equals(function))
                .forEach(call -> call.argument().ifPresent(arguments::add));
        return arguments;
    }

    /** Whether a call of a function has a first argument that is no literal: then it can be anything. */
    public boolean hasUnknownArgumentOf(String function) {
        return called.stream()
                .anyMatch(call ->
                        call.function().equals(function) && call.argument().isEmpty());
    }

    /** The first names of all chains that begin at the data; sorted. */
    public Set<String> fields() {
        return new TreeSet<>(fields);
    }

    /** The argument, when the text is nothing but one call of the function with one literal. */
    public Optional<String> onlyCallOf(String function) {
        return nodes.size() == 1
                        && nodes.get(0) instanceof Node.Output output
                        && output.pipeline().declaration().isEmpty()
                        && output.pipeline().commands().size() == 1
                        && output.pipeline().commands().get(0).operands().size() == 2
                ? output.pipeline()
                        .commands()
                        .get(0)
                        .called(Optional.empty())
                        .filter(call -> call.function().equals(function))
                        .flatMap(Operand.Called::argument)
                : Optional.empty();
    }
}
