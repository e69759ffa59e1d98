package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.ArrayList;
import java.util.List;

/** The variables of one text, or of one template inside of it, while it is rendered. Used by one thread. */
final class Frame {

    private static final class Slot {
        private final String name;
        private Object value;

        Slot(String name, Object value) {
            this.name = name;
            this.value = value;
        }
    }

    private final Rendering rendering;
    private final List<Slot> slots = new ArrayList<>();

    Frame(Rendering rendering, Object dot) {
        this.rendering = rendering;
        declare("$", dot);
    }

    Rendering rendering() {
        return rendering;
    }

    void declare(String variable, Object value) {
        slots.add(new Slot(variable, value));
    }

    void assign(String variable, Object value) {
        slot(variable).value = value;
    }

    /** Gives the one that was declared last, or the one before it, another value. */
    void assignFromEnd(int back, Object value) {
        slots.get(slots.size() - back).value = value;
    }

    Object variable(String name) {
        return slot(name).value;
    }

    private Slot slot(String name) {
        for (int i = slots.size() - 1; i >= 0; i--) {
            if (slots.get(i).name.equals(name)) {
                return slots.get(i);
            }
        }
        throw ActionException.of("undefined variable: " + name, "Define it before, {{" + name + " := ...}}.");
    }

    /** How many there are. */
    int mark() {
        return slots.size();
    }

    /** Forgets those that were declared since. */
    void forgetFrom(int mark) {
        slots.subList(mark, slots.size()).clear();
    }
}
