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
        List<JsonValue> elements = ComponentReader.components(value);
        for (int i = 0; i < elements.size(); i++) {
            List<Component> chain = chain(elements.get(i), "" + (i + 1));
            if (!chain.isEmpty()) {
                chains.add(chain);
            }
        }
        return chains;
    }

    private List<Component> chain(JsonValue element, String number) {
        if (!(element instanceof JsonValue.Items)
                && !(element instanceof JsonValue.Text)
                && !(element instanceof JsonValue.Members)) {
            problems.add(odd(number, "bad format", element));
            return List.of();
        }
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
        problems.add(
                link instanceof JsonValue.Items
                        ? new Problem(
                                "Post-processor " + number + ": sequence not allowed to be nested in a sequence.",
                                "Remove the inner brackets.",
                                link.position())
                        : odd(number, "unknown format", link));
        return Optional.empty();
    }

    private static Problem odd(String number, String words, JsonValue value) {
        return new Problem(
                "Post-processor " + number + ": " + words + ": a type or an object is expected, not " + value.kind()
                        + ".",
                "Write \"manifest\" or { \"type\": \"manifest\" }.",
                value.position());
    }
}
