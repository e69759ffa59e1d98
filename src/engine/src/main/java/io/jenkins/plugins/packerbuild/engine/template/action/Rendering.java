package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** One rendering of one text, with its limits. Used by one thread. */
final class Rendering {

    /** Longer texts are refused. */
    static final int LONGEST = 16 * 1024 * 1024;

    private static final int MOST_STEPS = 1_000_000;
    private static final int DEEPEST = 100;
    private static final int MOST_LEVELS = 500;

    private final ActionData data;
    private final Map<String, List<Node>> definitions;
    private final StringBuilder output = new StringBuilder();
    private int steps;
    private int depth;
    private int levels;

    Rendering(ActionData data, Map<String, List<Node>> definitions) {
        this.data = data;
        this.definitions = definitions;
    }

    ActionData data() {
        return data;
    }

    /** Everything that was printed. */
    String output() {
        return output.toString();
    }

    void print(String text) {
        requireShort(output.length() + (long) text.length());
        output.append(text);
    }

    /** Complains of a text that would be too long. */
    static void requireShort(long length) {
        if (length > LONGEST) {
            throw ActionException.of("the rendered text is longer than 16 MiB", "Shorten the variables in it.");
        }
    }

    /** Goes one level deeper. */
    void enter() {
        levels++;
        if (levels > MOST_LEVELS) {
            throw ActionException.of("the text is nested deeper than " + MOST_LEVELS + " levels", "Simplify it.");
        }
    }

    /** Comes back from a level. */
    void leave() {
        levels--;
    }

    /** Counts one piece of work. */
    void step() {
        steps++;
        if (steps > MOST_STEPS) {
            throw ActionException.of("the text takes more than " + MOST_STEPS + " steps to render", "Simplify it.");
        }
    }

    /** Complains of a name that the data do not have, although they have all that there are. */
    void requireName(Map<?, ?> map, String name) {
        if (data.kind() == ActionData.Kind.CLOSED && map == data.values()) {
            Collection<?> known = data.values().keySet();
            throw ActionException.of(
                    "can't evaluate field " + name + ": {{." + name + "}} has no value here",
                    "These have one: "
                            + known.stream().map(String::valueOf).sorted().toList() + ".");
        }
    }

    /** Complains of a template that was not defined in the text. */
    void requireTemplate(String name) {
        if (!definitions.containsKey(name)) {
            throw ActionException.of(
                    "template " + GoQuotes.quote(name) + " not defined",
                    "Define it: {{define `" + name + "`}}...{{end}}.");
        }
    }

    /** Renders a template that was defined in the text. */
    void template(String name, Object dot) {
        if (depth >= DEEPEST) {
            throw ActionException.of("exceeded maximum template depth (" + DEEPEST + ")", "Do not let it call itself.");
        }
        depth++;
        Node.render(definitions.getOrDefault(name, List.of()), new Frame(this, dot), dot);
        depth--;
    }
}
