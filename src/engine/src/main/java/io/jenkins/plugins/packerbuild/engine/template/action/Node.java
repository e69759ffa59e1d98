package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A piece of a parsed text. */
sealed interface Node {

    /** How it goes on after a piece. */
    enum Flow {
        /** With the next piece. */
        ON,
        /** Behind the range. */
        BREAK,
        /** With the next round of the range. */
        CONTINUE
    }

    /** Prints what it renders to. */
    Flow render(Frame frame, Object dot);

    /** One after another, until one says otherwise. */
    static Flow render(List<Node> nodes, Frame frame, Object dot) {
        frame.rendering().enter();
        Flow flow = Flow.ON;
        for (Node node : nodes) {
            frame.rendering().step();
            flow = node.render(frame, dot);
            if (flow != Flow.ON) {
                break;
            }
        }
        frame.rendering().leave();
        return flow;
    }

    /** Stands for itself. */
    record Literal(String text) implements Node {
        @Override
        public Flow render(Frame frame, Object dot) {
            frame.rendering().print(text);
            return Flow.ON;
        }
    }

    /** An action that prints its value, unless a variable takes it. */
    record Output(Pipeline pipeline) implements Node {
        @Override
        public Flow render(Frame frame, Object dot) {
            Object value = pipeline.value(frame, dot);
            if (pipeline.declaration().isEmpty()) {
                frame.rendering().print(GoValues.printed(value));
            }
            return Flow.ON;
        }
    }

    /**
     * One arm of an if.
     *
     * @param condition when it is taken
     * @param nodes what is rendered then
     */
    record Branch(Pipeline condition, List<Node> nodes) {}

    /** An if with all its else ifs; the variables of a condition are known in the arms behind it, too. */
    record Choice(List<Branch> branches, List<Node> otherwise) implements Node {
        @Override
        public Flow render(Frame frame, Object dot) {
            int mark = frame.mark();
            List<Node> taken = otherwise;
            for (Branch branch : branches) {
                frame.rendering().step();
                if (GoValues.isTrue(branch.condition().value(frame, dot))) {
                    taken = branch.nodes();
                    break;
                }
            }
            Flow flow = Node.render(taken, frame, dot);
            frame.forgetFrom(mark);
            return flow;
        }
    }

    /** A with: its value is the dot inside. */
    record With(Pipeline pipeline, List<Node> nodes, List<Node> otherwise) implements Node {
        @Override
        public Flow render(Frame frame, Object dot) {
            int mark = frame.mark();
            Object value = pipeline.value(frame, dot);
            Flow flow = GoValues.isTrue(value) ? Node.render(nodes, frame, value) : Node.render(otherwise, frame, dot);
            frame.forgetFrom(mark);
            return flow;
        }
    }

    /** A range over a list, or over a map in the order of its keys. */
    record Range(Pipeline pipeline, List<Node> nodes, List<Node> otherwise) implements Node {
        @Override
        public Flow render(Frame frame, Object dot) {
            int mark = frame.mark();
            Map<?, ?> entries = entries(pipeline.value(frame, dot));
            int inside = frame.mark();
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                Flow flow = round(frame, entry.getKey(), GoValues.of(entry.getValue()));
                frame.forgetFrom(inside);
                if (flow == Flow.BREAK) {
                    break;
                }
            }
            Flow end = entries.isEmpty() ? Node.render(otherwise, frame, dot) : Flow.ON;
            frame.forgetFrom(mark);
            return end;
        }

        private Flow round(Frame frame, Object key, Object value) {
            int variables = pipeline.declaration().variables().size();
            if (variables > 0) {
                frame.assignFromEnd(1, value);
            }
            if (variables > 1) {
                frame.assignFromEnd(2, key);
            }
            return Node.render(nodes, frame, value);
        }

        private Map<?, ?> entries(Object value) {
            if (value instanceof Map<?, ?> map) {
                return new TreeMap<>(map);
            }
            if (value instanceof List<?> list) {
                Map<Long, Object> numbered = new TreeMap<>();
                list.forEach(item -> numbered.put((long) numbered.size(), item));
                return numbered;
            }
            if (value == Nil.NIL) {
                return Map.of();
            }
            throw ActionException.of(
                            "range can't iterate over " + GoValues.printed(value),
                            "Only lists and maps of the data can be walked through.")
                    .in("at <" + pipeline.text() + ">");
        }
    }

    /** Ends a round of a range, or all of it. */
    record Jump(Flow flow) implements Node {
        @Override
        public Flow render(Frame frame, Object dot) {
            return flow;
        }
    }

    /** Renders a definition. */
    record Template(String name, Optional<Pipeline> pipeline) implements Node {
        @Override
        public Flow render(Frame frame, Object dot) {
            frame.rendering().requireTemplate(name);
            Object inside = pipeline.isPresent() ? pipeline.get().value(frame, dot) : Nil.NIL;
            frame.rendering().template(name, inside);
            return Flow.ON;
        }
    }
}
