package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Options out of a JSON object of a template. */
final class ComponentOptions implements Options {

    /**
     * What all groups of a component share.
     *
     * @param owner whose options they are, as in {@code builder 'amazon-ebs'}
     * @param interpolation renders their texts
     * @param problems where problems go
     * @param retired keys that it has no more
     */
    record Context(String owner, Interpolation interpolation, ProblemCollector problems, RetiredKeys retired) {

        Context inside(String key) {
            return new Context("'" + key + "' of " + owner, interpolation, problems, RetiredKeys.NONE);
        }
    }

    /** Reads a value as a type; null when it counts as absent. */
    private interface Conversion<T> {
        @Nullable T apply(JsonValue value);
    }

    private final Context context;
    private final JsonValue.Members object;
    private final WeakTypes types;
    private final Set<String> hidden;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> unreadable = new HashSet<>();
    private final List<ComponentOptions> groups = new ArrayList<>();

    /**
     * Over an object.
     *
     * @param hidden keys that are not the component's own, such as {@code type}: they are neither found nor unknown
     */
    ComponentOptions(Context context, JsonValue.Members object, Set<String> hidden) {
        this.context = context;
        this.object = object;
        this.types = new WeakTypes(new OptionTexts(context));
        this.hidden = hidden;
    }

    @Override
    public boolean has(String key) {
        return find(key).isPresent();
    }

    @Override
    public Optional<String> text(String key) {
        return read(key, types::text).filter(text -> !text.isEmpty());
    }

    @Override
    public String required(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty() && !unreadable.contains(key)) {
            problem(key, "Option '" + key + "' of " + context.owner() + " is required.", "Add \"" + key + "\".");
        }
        return text.orElse("");
    }

    @Override
    public Optional<Boolean> flag(String key) {
        return read(key, value -> isEmptyText(value) ? null : types.flag(value));
    }

    @Override
    public int number(String key, int fallback) {
        return read(key, value -> isEmptyText(value) ? null : types.number(value))
                .orElse(fallback);
    }

    @Override
    public Duration duration(String key, Duration fallback) {
        return read(key, types::duration).orElse(fallback);
    }

    @Override
    public List<String> list(String key) {
        return read(key, types::list).orElse(List.of());
    }

    @Override
    public Map<String, String> map(String key) {
        return read(key, types::map).orElse(Map.of());
    }

    @Override
    public Optional<Options> group(String key) {
        return read(key, WeakTypes::object).map(member -> group(key, member));
    }

    @Override
    public List<Options> groups(String key) {
        List<JsonValue.Members> objects = read(key, WeakTypes::objects).orElse(List.of());
        return objects.stream().map(member -> group(key, member)).toList();
    }

    private Options group(String key, JsonValue.Members member) {
        ComponentOptions group = new ComponentOptions(context.inside(key), member, Set.of());
        groups.add(group);
        return group;
    }

    @Override
    public Optional<String> literal(String key) {
        return find(key).filter(JsonValue.Text.class::isInstance).map(value -> ((JsonValue.Text) value).value());
    }

    @Override
    public Optional<Deferred> deferred(String key) {
        return read(key, value -> isLiterallyEmpty(value) ? null : types.deferred(value));
    }

    @Override
    public List<DeferredPair> deferredMap(String key) {
        return read(key, types::deferredMap).orElse(List.of());
    }

    @Override
    public List<Deferred> deferredList(String key) {
        return read(key, types::deferredList).orElse(List.of());
    }

    @Override
    public void notYet(String... keys) {
        for (String key : keys) {
            if (read(key, value -> isEmptyText(value) ? null : value).isPresent()) {
                problem(
                        key,
                        "Option '" + key + "' of " + context.owner() + " is not there yet.",
                        "Remove it, or build this template with packer for now.");
            }
        }
    }

    @Override
    public SourcePosition position(String key) {
        return member(key).map(member -> member.value().position()).orElse(object.position());
    }

    @Override
    public String origin(String key) {
        return find(key)
                .filter(JsonValue.Text.class::isInstance)
                .flatMap(value -> context.interpolation().variable(((JsonValue.Text) value).value()))
                .map(variable -> "variable " + variable)
                .orElse("template");
    }

    @Override
    public void problem(String key, String message, String cure) {
        if (!unreadable.contains(key)) {
            context.problems().add(new Problem(message, cure, position(key)));
        }
    }

    @Override
    public void warn(String key, String message, String cure) {
        if (!unreadable.contains(key)) {
            context.problems().warn(new Problem(message, cure, position(key)));
        }
    }

    @Override
    public void finish() {
        for (JsonValue.Member member : object.members()) {
            String key = member.key();
            if (!hidden.contains(key) && !key.startsWith("packer_") && !isKnown(key)) {
                context.problems()
                        .add(context.retired().problem(member, context.owner()).orElseGet(() -> unknown(member)));
            }
        }
        groups.forEach(ComponentOptions::finish);
    }

    private Problem unknown(JsonValue.Member member) {
        return new Problem(
                "Unknown configuration key: '\"" + member.key() + "\"' in " + context.owner() + ".",
                NearestName.cure(member.key(), known, "Remove it, or check how it is spelt."),
                member.keyPosition());
    }

    /** In another spelling only when that is the one that is read. */
    private boolean isKnown(String key) {
        return known.contains(key)
                || known.stream()
                        .filter(key::equalsIgnoreCase)
                        .anyMatch(name -> member(name)
                                .filter(read -> read.key().equals(key))
                                .isPresent());
    }

    private boolean isEmptyText(JsonValue value) {
        return value instanceof JsonValue.Text && types.text(value).isEmpty();
    }

    private static boolean isLiterallyEmpty(JsonValue value) {
        return value instanceof JsonValue.Text text && text.value().isEmpty();
    }

    /** The value that stands there, and is not null; notes the key as known. Blind to case, as Packer's decoder is. */
    private Optional<JsonValue> find(String key) {
        known.add(key);
        return member(key).map(JsonValue.Member::value).filter(value -> !(value instanceof JsonValue.Null));
    }

    private Optional<JsonValue.Member> member(String key) {
        if (hidden.contains(key)) {
            return Optional.empty();
        }
        return object.member(key)
                .or(() -> object.members().stream()
                        .filter(member -> member.key().equalsIgnoreCase(key))
                        .findFirst());
    }

    private <T> Optional<T> read(String key, Conversion<T> conversion) {
        Optional<JsonValue> value = find(key);
        try {
            return value.flatMap(present -> Optional.ofNullable(conversion.apply(present)));
        } catch (Complaint e) {
            unreadable.add(key);
            if (!e.isFollowUp()) {
                context.problems().add(e.at(position(key)).about("Option '" + key + "' of " + context.owner()));
            }
            return Optional.empty();
        }
    }
}
