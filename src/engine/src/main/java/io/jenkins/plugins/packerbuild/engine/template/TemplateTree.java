package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template as plain values that may be changed: {@code String}, {@code Boolean}, {@link BigDecimal}, {@link Absent},
 * {@code List<Object>} and {@code Map<String, Object>}. For whoever rewrites templates; everybody else takes
 * {@link Template}.
 */
public final class TemplateTree {

    /** JSON's null, as a value. */
    public enum Absent {
        /** The only one. */
        NULL
    }

    private TemplateTree() {}

    /**
     * Reads a template's root, whatever stands in it.
     *
     * @param path where it lies
     * @param file the path as the user gave it, for messages
     * @throws BuildException when there is no such file, it holds no JSON object, or a key of it stands twice
     */
    public static Map<String, Object> read(Path path, String file) {
        Template.refuseHcl(file);
        return read(SourceText.read("template", path, file));
    }

    /**
     * The same from a stream, which the caller closes.
     *
     * @throws BuildException when it cannot be read, holds no JSON object, or a key of it stands twice
     */
    public static Map<String, Object> read(InputStream in, String file) {
        return read(SourceText.read("template", in, file));
    }

    private static Map<String, Object> read(SourceText source) {
        ProblemCollector problems = new ProblemCollector();
        JsonValue root = new JsonReader(source, twice -> problems.add(Template.duplicate(twice))).read();
        problems.throwIfAny();
        if (root instanceof JsonValue.Members members) {
            return members(members);
        }
        throw new BuildException(Template.noObject(root));
    }

    private static Map<String, Object> members(JsonValue.Members members) {
        Map<String, Object> map = new LinkedHashMap<>();
        members.members().forEach(member -> map.put(member.key(), value(member.value())));
        return map;
    }

    private static Object value(JsonValue value) {
        if (value instanceof JsonValue.Members members) {
            return members(members);
        }
        if (value instanceof JsonValue.Items items) {
            List<Object> list = new ArrayList<>();
            items.values().forEach(item -> list.add(value(item)));
            return list;
        }
        if (value instanceof JsonValue.Text text) {
            return text.value();
        }
        if (value instanceof JsonValue.Flag flag) {
            return flag.value();
        }
        return value instanceof JsonValue.Number number ? number(number) : Absent.NULL;
    }

    private static BigDecimal number(JsonValue.Number number) {
        try {
            return new BigDecimal(number.literal());
        } catch (NumberFormatException e) {
            throw new BuildException(
                    Problem.of("The number '" + number.literal() + "' is out of range.")
                            .withCure("Write it in double quotes.")
                            .at(number.position()),
                    e);
        }
    }
}
