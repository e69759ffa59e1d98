package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The functions that are there in one kind of place, besides those of Go itself. Immutable. */
public final class FunctionSet {

    private final Map<String, TextFunction> functions;
    private final UnaryOperator<String> cure;

    /**
     * With functions by name.
     *
     * @param cure what to do about a name that is not there
     */
    public FunctionSet(Map<String, TextFunction> functions, UnaryOperator<String> cure) {
        this.functions = Map.copyOf(functions);
        this.cure = cure;
    }

    /** The same with more functions, or others. */
    public FunctionSet with(Map<String, TextFunction> more) {
        Map<String, TextFunction> all = new HashMap<>(functions);
        all.putAll(more);
        return new FunctionSet(all, cure);
    }

    /** The names of Go's own functions. */
    public static Set<String> builtins() {
        return Builtins.ALL.keySet();
    }

    Optional<TextFunction> find(String name) {
        return Optional.ofNullable(functions.getOrDefault(name, Builtins.ALL.get(name)));
    }

    String cure(String name) {
        return cure.apply(name);
    }
}
