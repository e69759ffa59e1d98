package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Excerpt;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One builder, provisioner or post-processor of a template, as it is written. Immutable. */
public final class Component {

    /** Kinds of components. */
    public enum Kind {
        /** Makes an image. */
        BUILDER("builder", "type", "name"),
        /** Works on the machine. */
        PROVISIONER("provisioner", "type", "only", "except", "override", "pause_before", "max_retries", "timeout"),
        /** Works on the machine after a failure. */
        ERROR_CLEANUP_PROVISIONER(
                "error-cleanup-provisioner",
                "type",
                "only",
                "except",
                "override",
                "pause_before",
                "max_retries",
                "timeout"),
        /** Works on an artifact. */
        POST_PROCESSOR("post-processor", "type", "name", "only", "except", "keep_input_artifact");

        private final String noun;
        private final Set<String> metaKeys;

        Kind(String noun, String... metaKeys) {
            this.noun = noun;
            this.metaKeys = Set.of(metaKeys);
        }

        /** As in a sentence: {@code builder}. */
        public String noun() {
            return noun;
        }

        /** Where a sentence begins: {@code Provisioner 2}. */
        String subject(String number) {
            return Character.toUpperCase(noun.charAt(0)) + noun.substring(1) + (number.isEmpty() ? "" : " " + number);
        }
    }

    private static final int LONGEST_NAME = 200;
    private static final int SHOWN_NAME = 60;

    /** Controls, ends of lines, what turns the direction of text around, halves of characters. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private final Kind kind;
    private final String number;
    private final String type;
    private final String name;
    private final MetaKeys keys;
    private final JsonValue.Members object;

    Component(Kind kind, String number, Identity identity, MetaKeys keys, JsonValue.Members object) {
        this.kind = kind;
        this.number = number;
        this.type = identity.type();
        this.name = identity.name();
        this.keys = keys;
        this.object = object;
    }

    /** Type and name as they are written. */
    record Identity(String type, String name) {}

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** As in {@code amazon-ebs}. */
    public String type() {
        return type;
    }

    /** The name as it is written, with its actions; the type when there is none. */
    public String name() {
        return name;
    }

    /** What to call it in a sentence: {@code builder 'web'}, {@code provisioner 2 (shell)}. */
    public String title() {
        if (kind == Kind.BUILDER) {
            return "builder '" + name + "'";
        }
        return kind.noun() + (number.isEmpty() ? "" : " " + number) + " (" + type + ")";
    }

    /** Where a problem's sentence begins: {@code Provisioner 2}. */
    String subject() {
        return kind.subject(number);
    }

    /** Where its name stands, or it begins. */
    SourcePosition namePosition() {
        return object.value("name").map(JsonValue::position).orElse(position());
    }

    /**
     * What is wrong with its name once that is rendered: it is a key in events and files, and stands before every line.
     * Empty when it is fit for that.
     */
    public Optional<Problem> nameFault(String rendered) {
        String shown = "'" + Excerpt.of(UNPRINTABLE.matcher(rendered).replaceAll("?"), SHOWN_NAME) + "'";
        String fault = "";
        if (rendered.isBlank()) {
            fault = "is empty once it is rendered";
        } else if (rendered.length() > LONGEST_NAME) {
            fault = "has more than " + LONGEST_NAME + " characters once it is rendered: " + shown;
        } else if (UNPRINTABLE.matcher(rendered).find()) {
            fault = "has a character that cannot be printed, shown here as a question mark: " + shown;
        }
        return fault.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of("The name of this builder " + fault + ".")
                        .withCure("Give it a short \"name\" of letters, digits and dashes.")
                        .at(namePosition()));
    }

    /** Where it begins. */
    public SourcePosition position() {
        return object.position();
    }

    /** What the template says of {@code keep_input_artifact}; empty when it says nothing. */
    public Optional<Boolean> keepInputArtifact() {
        return object.value("keep_input_artifact")
                .filter(JsonValue.Flag.class::isInstance)
                .map(value -> ((JsonValue.Flag) value).value());
    }

    /** Whether {@code only} and {@code except} let it take part in a build. */
    public boolean appliesTo(NamedBuild build) {
        return keys.selection().selects(build);
    }

    MetaKeys keys() {
        return keys;
    }

    /**
     * When and how often it runs.
     *
     * @param interpolation renders {@code max_retries}, which Packer does outside of any build
     */
    public Pacing pacing(Interpolation interpolation, ProblemCollector problems) {
        int retries = 0;
        if (keys.maxRetries().isPresent()) {
            JsonValue.Text text = keys.maxRetries().get();
            try {
                interpolation.warnOfDoubts(text.value(), title(), text.position(), problems);
                retries = RetryCount.read(text.value(), interpolation);
            } catch (Complaint e) {
                if (!e.isFollowUp()) {
                    problems.add(e.at(text.position()).about(subject() + ":"));
                }
            }
        }
        return new Pacing(keys.pauseBefore(), keys.timeout(), retries);
    }

    /** Its options in one build, with what overrides them there, without the keys that Packer itself reads. */
    public Options options(Interpolation interpolation, NamedBuild build, ProblemCollector problems) {
        Interpolation own =
                interpolation.forComponent(this, build.name(), build.builder().type());
        JsonValue.Members overridden = object;
        for (JsonValue override : keys.overridesOf(build)) {
            overridden = new OptionOverride(title(), kind.metaKeys, problems).over(overridden, override);
        }
        return new ComponentOptions(
                new ComponentOptions.Context(title(), own, problems, RetiredKeys.of(kind, type)),
                overridden,
                kind.metaKeys);
    }

    /**
     * An option that shows a user variable.
     *
     * @param option its name, the outermost one
     * @param position where its value stands
     */
    public record Showing(String option, SourcePosition position) {}

    /** Which of its options in one build show a user variable, also through others or in parts. In the file's order. */
    public List<Showing> showing(String variable, Interpolation interpolation, NamedBuild build) {
        Interpolation own =
                interpolation.forComponent(this, build.name(), build.builder().type());
        return object.members().stream()
                .filter(member -> !kind.metaKeys.contains(member.key()))
                .filter(member ->
                        member.value().anyText(text -> own.variablesIn(text).contains(variable)))
                .map(member -> new Showing(member.key(), member.value().position()))
                .toList();
    }

    /**
     * That its type is not there.
     *
     * @param available the types that are
     */
    public Problem typeNotThere(Collection<String> available) {
        SourcePosition place = object.value("type").map(JsonValue::position).orElse(position());
        boolean known = PackerTypes.of(kind).contains(type);
        String message = known
                ? "The " + kind.noun() + " type '" + type + "' is known to Packer, but is not there yet."
                : "Unknown " + kind.noun() + " '" + type + "'.";
        String list = available.isEmpty()
                ? "No " + kind.noun() + " type is there yet: remove it."
                : "These are there: "
                        + String.join(
                                ", ", List.copyOf(available).stream().sorted().toList()) + ".";
        String cure = known ? list : NearestName.cure(type, available, list);
        return Problem.of(message).withCure(cure).at(place);
    }
}
