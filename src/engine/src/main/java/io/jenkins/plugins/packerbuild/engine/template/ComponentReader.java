package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads builders and provisioners as far as Packer itself reads them. */
final class ComponentReader {

    private final ProblemCollector problems;

    ComponentReader(ProblemCollector problems) {
        this.problems = problems;
    }

    List<Component> builders(Optional<JsonValue> value) {
        List<Component> builders = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<JsonValue.Members> objects = objects(value, "builder");
        for (int i = 0; i < objects.size(); i++) {
            JsonValue.Members object = objects.get(i);
            Optional<Component> builder = component(Component.Kind.BUILDER, "" + (i + 1), object);
            builder.ifPresent(builders::add);
            if (builder.isPresent() && !names.add(builder.get().name())) {
                problem(
                        "Builder " + (i + 1) + ": builder with name '"
                                + builder.get().name() + "' already exists.",
                        "Give it a \"name\" of its own.",
                        object.value("name").orElse(object));
            }
        }
        return builders;
    }

    List<Component> provisioners(Optional<JsonValue> value) {
        List<Component> provisioners = new ArrayList<>();
        List<JsonValue.Members> objects = objects(value, "provisioner");
        for (int i = 0; i < objects.size(); i++) {
            component(Component.Kind.PROVISIONER, "" + (i + 1), objects.get(i)).ifPresent(provisioners::add);
        }
        return provisioners;
    }

    Optional<Component> errorCleanup(Optional<JsonValue> value) {
        Optional<JsonValue> given = value.filter(present -> !(present instanceof JsonValue.Null));
        if (given.isEmpty() || given.get() instanceof JsonValue.Members) {
            return given.flatMap(
                    object -> component(Component.Kind.ERROR_CLEANUP_PROVISIONER, "", (JsonValue.Members) object));
        }
        problem(
                "The error-cleanup-provisioner must be an object, not "
                        + given.get().kind() + ".",
                "Write { \"type\": … }.",
                given.get());
        return Optional.empty();
    }

    /** A single object is a list of one. */
    private List<JsonValue.Members> objects(Optional<JsonValue> value, String noun) {
        List<JsonValue.Members> objects = new ArrayList<>();
        for (JsonValue item : components(value)) {
            if (item instanceof JsonValue.Members members) {
                objects.add(members);
            } else {
                problem("A " + noun + " must be an object, not " + item.kind() + ".", "Write { \"type\": … }.", item);
            }
        }
        return objects;
    }

    /** Nothing of what is neither list nor object: that it must be a list has been said. */
    static List<JsonValue> components(Optional<JsonValue> value) {
        return items(value.filter(given -> given instanceof JsonValue.Items || given instanceof JsonValue.Members));
    }

    static List<JsonValue> items(Optional<JsonValue> value) {
        if (value.isEmpty() || value.get() instanceof JsonValue.Null) {
            return List.of();
        }
        return value.get() instanceof JsonValue.Items items ? items.values() : List.of(value.get());
    }

    /** Empty, with a problem, when it has no type. */
    Optional<Component> component(Component.Kind kind, String number, JsonValue.Members object) {
        String subject = kind.subject(number) + ": ";
        boolean weak = kind != Component.Kind.POST_PROCESSOR;
        Optional<String> type = text(weak, object.member("type"), subject);
        if (type.isEmpty()) {
            if (object.value("type").map(ComponentReader::saysNothing).orElse(true)) {
                String words = kind == Component.Kind.POST_PROCESSOR ? "type is required." : "missing 'type'.";
                problem(subject + words, "Add \"type\".", object);
            }
            return Optional.empty();
        }
        boolean named = kind == Component.Kind.BUILDER || kind == Component.Kind.POST_PROCESSOR;
        String name = named ? text(weak, object.member("name"), subject).orElse(type.get()) : type.get();
        MetaKeys keys = keys(kind, object, subject);
        return Optional.of(new Component(kind, number, new Component.Identity(type.get(), name), keys, object));
    }

    private MetaKeys keys(Component.Kind kind, JsonValue.Members object, String subject) {
        MetaKeyReader reader = new MetaKeyReader(object, subject, problems);
        return switch (kind) {
            case BUILDER -> MetaKeys.of(BuildSelection.ALL);
            case POST_PROCESSOR -> {
                reader.checkFlag("keep_input_artifact");
                yield MetaKeys.of(reader.selection());
            }
            case PROVISIONER, ERROR_CLEANUP_PROVISIONER -> reader.read();
        };
    }

    private static boolean saysNothing(JsonValue type) {
        return type instanceof JsonValue.Text || type instanceof JsonValue.Null;
    }

    /** A number is a text, too, where Packer decodes weakly; empty, with a problem, of what is no text. */
    private Optional<String> text(boolean weakly, Optional<JsonValue.Member> member, String subject) {
        if (member.isEmpty() || member.get().value() instanceof JsonValue.Null) {
            return Optional.empty();
        }
        JsonValue value = member.get().value();
        Optional<JsonValue.Text> text =
                weakly || value instanceof JsonValue.Text ? Texts.weakly(value) : Optional.empty();
        if (text.isEmpty()) {
            problem(
                    subject + "'" + member.get().key() + "' must be a text, not " + value.kind() + ".",
                    "Put it in double quotes.",
                    value);
        }
        return text.map(JsonValue.Text::value).filter(given -> !given.isEmpty());
    }

    private void problem(String message, String cure, JsonValue place) {
        problems.add(new Problem(message, cure, place.position()));
    }
}
