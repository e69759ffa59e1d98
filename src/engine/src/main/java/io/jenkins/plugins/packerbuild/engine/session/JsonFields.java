package io.jenkins.plugins.packerbuild.engine.session;

import io.jenkins.plugins.packerbuild.engine.event.Json;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object in a session file, read by type. What is missing has a default; what has a wrong type is
 * refused with its name, never with its value.
 */
final class JsonFields {

    private final Path file;
    private final String at;
    private final Map<?, ?> members;

    private JsonFields(Path file, String at, Map<?, ?> members) {
        this.file = file;
        this.at = at;
        this.members = members;
    }

    /** Reads a file of one object, of a protocol that this engine speaks. */
    static JsonFields read(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            JsonFields fields = new JsonFields(file, "", Json.readObject(text));
            long protocol = fields.number("protocol", 0);
            if (protocol != Session.PROTOCOL) {
                throw fields.wrong("protocol", "" + Session.PROTOCOL + ", not " + protocol);
            }
            return fields;
        } catch (IOException e) {
            throw new BuildException(
                    Problem.of("Could not read session file '" + file + "': " + SessionDirectory.words(e) + "."), e);
        }
    }

    String text(String name) {
        return value(name, String.class, "a string", "");
    }

    boolean flag(String name) {
        return value(name, Boolean.class, "true or false", false);
    }

    long number(String name, long missing) {
        return value(name, Number.class, "a number", missing).longValue();
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    boolean isNumber(String name) {
        return members.get(name) instanceof Number;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object element : value(name, List.class, "a list of strings", List.of())) {
            if (!(element instanceof String text)) {
                throw wrong(name, "a list of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    Map<String, String> textMap(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(name).members.forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw wrong(name, "an object of strings");
            }
            texts.put(String.valueOf(key), text);
        });
        return texts;
    }

    Map<String, Integer> numberMap(String name) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        object(name).members.forEach((key, value) -> {
            if (!(value instanceof Number number)) {
                throw wrong(name, "an object of numbers");
            }
            numbers.put(String.valueOf(key), number.intValue());
        });
        return numbers;
    }

    JsonFields object(String name) {
        return new JsonFields(file, at + name + ".", value(name, Map.class, "an object", Map.of()));
    }

    List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (Object element : value(name, List.class, "a list of objects", List.of())) {
            if (!(element instanceof Map<?, ?> map)) {
                throw wrong(name, "a list of objects");
            }
            objects.add(new JsonFields(file, at + name + "[" + objects.size() + "].", map));
        }
        return objects;
    }

    BuildException wrong(String name, String expected) {
        return BuildException.of(
                "Could not read session file '" + file + "': '" + at + name + "' must be " + expected + ".");
    }

    private <T> T value(String name, Class<T> type, String expected, T missing) {
        @Nullable Object value = members.get(name);
        if (value == null) {
            return missing;
        }
        if (!type.isInstance(value)) {
            throw wrong(name, expected);
        }
        return type.cast(value);
    }
}
