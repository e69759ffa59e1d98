package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lists of plain texts at the edges of a template. */
final class Texts {

    private Texts() {}

    /** The texts of a list, a single text as a list of one, nothing of null; anything else is a problem. */
    static List<JsonValue.Text> read(JsonValue value, String subject, ProblemCollector problems) {
        List<JsonValue> values = value instanceof JsonValue.Items items ? items.values() : List.of(value);
        List<JsonValue.Text> texts = new ArrayList<>();
        for (JsonValue item : values) {
            if (item instanceof JsonValue.Text text) {
                texts.add(text);
            } else if (!(item instanceof JsonValue.Null)) {
                problems.add(Problem.of(subject + " must be a list of texts, not " + item.kind() + ".")
                        .withCure("Write [\"name\"].")
                        .at(item.position()));
            }
        }
        return texts;
    }

    /** A text, or a number, true or false as Packer's decoder makes a text of it. */
    static Optional<JsonValue.Text> weakly(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return Optional.of(text);
        }
        if (value instanceof JsonValue.Number || value instanceof JsonValue.Flag) {
            return Optional.of(new JsonValue.Text(WeakTypes.unrendered(value), value.position()));
        }
        return Optional.empty();
    }
}
