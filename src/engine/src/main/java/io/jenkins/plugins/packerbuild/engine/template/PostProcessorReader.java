package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads post-processors: each element is a type, an object, or a chain of these. */
final class PostProcessorReader {

    private final ComponentReader components;
    private final ProblemCollector problems;

    PostProcessorReader(ComponentReader components, ProblemCollector problems) {
        this.components = components;
        this.problems = problems;
    }

    List<List<Component>> read(Optional<JsonValue> value) {
        List<List<Component>> chains = new ArrayList<>();
        List<JsonValue> elements = ComponentReader.items(value);
        for (int i = 0; i < elements.size(); i++) {
            List<Component> chain = chain(elements.get(i), "" + (i + 1));
            if (!chain.isEmpty()) {
                chains.add(chain);
            }
        }
        return chains;
    }

    private List<Component> chain(JsonValue element, String number) {
        List<JsonValue> links = element instanceof JsonValue.Items items ? items.values() : List.of(element);
        List<Component> chain = new ArrayList<>();
        for (int j = 0; j < links.size(); j++) {
            link(links.get(j), number + "." + (j + 1)).ifPresent(chain::add);
        }
        return chain;
    }

    private Optional<Component> link(JsonValue link, String number) {
        if (link instanceof JsonValue.Text text) {
            JsonValue.Member type = new JsonValue.Member("type", text.position(), text);
            JsonValue.Members object = new JsonValue.Members(List.of(type), text.position());
            return components.component(Component.Kind.POST_PROCESSOR, number, object);
        }
        if (link instanceof JsonValue.Members members) {
            return components.component(Component.Kind.POST_PROCESSOR, number, members);
        }
        boolean nested = link instanceof JsonValue.Items;
        problems.add(new Problem(
                "Post-processor " + number + ": "
                        + (nested
                                ? "sequence not allowed to be nested in a sequence."
                                : "bad format: a type or an object is expected, not " + link.kind() + "."),
                nested ? "Remove the inner brackets." : "Write \"manifest\" or { \"type\": \"manifest\" }.",
                link.position()));
        return Optional.empty();
    }
}
