package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the options that Packer itself has for one provisioner or post-processor, as its own decoder does: unrendered. */
final class MetaKeyReader {

    private final JsonValue.Members object;
    private final String subject;
    private final ProblemCollector problems;

    /**
     * Over one component.
     *
     * @param subject where a problem's sentence begins: {@code Provisioner 2: }
     */
    MetaKeyReader(JsonValue.Members object, String subject, ProblemCollector problems) {
        this.object = object;
        this.subject = subject;
        this.problems = problems;
    }

    /** Of a provisioner. */
    MetaKeys read() {
        return new MetaKeys(selection(), duration("pause_before"), duration("timeout"), maxRetries(), overrides());
    }

    /** Which builds it is for. */
    BuildSelection selection() {
        List<BuildSelection.Name> only = names("only");
        List<BuildSelection.Name> except = names("except");
        if (!only.isEmpty() && !except.isEmpty()) {
            problems.addOfUse(new Problem(
                    subject + "only one of 'only' or 'except' may be specified.",
                    "Remove one of the two.",
                    object.value("except").orElse(object).position()));
        }
        return new BuildSelection(only, except);
    }

    /** That it is true, false or null, and not a text that says so; as Packer, which reads other flags weakly. */
    void checkFlag(String key) {
        Optional<JsonValue> wrong = value(key).filter(given -> !(given instanceof JsonValue.Flag));
        wrong.ifPresent(given -> problem(
                "'" + key + "' expected type 'bool', got unconvertible type '" + goType(given) + "': it must be true or"
                        + " false, not " + given.kind() + ".",
                "Write true or false, without quotes.",
                given));
    }

    private static String goType(JsonValue value) {
        if (value instanceof JsonValue.Text) {
            return "string";
        }
        if (value instanceof JsonValue.Number) {
            return "float64";
        }
        return value instanceof JsonValue.Items ? "[]interface {}" : "map[string]interface {}";
    }

    private List<BuildSelection.Name> names(String key) {
        List<BuildSelection.Name> names = new ArrayList<>();
        for (JsonValue item : ComponentReader.items(value(key))) {
            Optional<JsonValue.Text> text = Texts.weakly(item);
            text.ifPresent(name -> names.add(new BuildSelection.Name(name.value(), name.position())));
            if (text.isEmpty() && !(item instanceof JsonValue.Null)) {
                problem("'" + key + "' must be a list of texts, not " + item.kind() + ".", "Write [\"name\"].", item);
            }
        }
        return names;
    }

    private Duration duration(String key) {
        Optional<JsonValue> value = value(key);
        if (value.isEmpty()) {
            return Duration.ZERO;
        }
        try {
            return duration(key, value.get());
        } catch (Complaint e) {
            problems.add(e.at(value.get().position()).about(subject + "'" + key + "'"));
            return Duration.ZERO;
        }
    }

    private Duration duration(String key, JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            Optional<String> fault = GoDuration.fault(text.value());
            fault.ifPresent(words -> problem("error decoding '" + key + "': " + words + ".", GoDuration.CURE, value));
            return fault.isPresent() ? Duration.ZERO : GoDuration.parse(text.value());
        }
        if (value instanceof JsonValue.Number number && !number.literal().equals("0")) {
            throw GoDuration.withoutUnit(number.literal());
        }
        if (!(value instanceof JsonValue.Number)) {
            throw Complaint.of("must be a duration, not " + value.kind(), GoDuration.CURE);
        }
        return Duration.ZERO;
    }

    /** A number and a text are the same. */
    private Optional<JsonValue.Text> maxRetries() {
        Optional<JsonValue> value = value("max_retries");
        Optional<JsonValue.Text> text = value.flatMap(Texts::weakly);
        if (value.isPresent() && text.isEmpty()) {
            problem(
                    "'max_retries' must be a whole number, not " + value.get().kind() + ".",
                    "Write a number, as in \"max_retries\": 3.",
                    value.get());
        }
        return text.filter(given -> !given.value().isEmpty());
    }

    private List<JsonValue.Member> overrides() {
        Optional<JsonValue> value = value("override");
        List<JsonValue.Member> overrides = new ArrayList<>();
        for (JsonValue item : ComponentReader.items(value)) {
            if (item instanceof JsonValue.Members members) {
                overrides.addAll(members.members());
            } else {
                problem(
                        "'override' must be an object, not " + item.kind() + ".",
                        "Write { \"name of a build\": { … } }.",
                        item);
            }
        }
        return overrides;
    }

    private Optional<JsonValue> value(String key) {
        return object.value(key).filter(given -> !(given instanceof JsonValue.Null));
    }

    private void problem(String message, String cure, JsonValue place) {
        problems.add(new Problem(subject + message, cure, place.position()));
    }
}
