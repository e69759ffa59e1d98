package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the root of a template. One use. */
final class TemplateReader {

    private static final Set<String> KEYS = Set.of(
            "builders",
            "provisioners",
            "post-processors",
            "error-cleanup-provisioner",
            "variables",
            "sensitive-variables",
            "description",
            "min_packer_version",
            "push",
            "comments");

    private final String file;
    private final JsonValue.Members root;
    private final ProblemCollector problems;

    TemplateReader(String file, JsonValue.Members root, ProblemCollector problems) {
        this.file = file;
        this.root = canonical(root);
        this.problems = problems;
    }

    /** With the spelling of {@link #KEYS}: like Packer's decoder blind to case, of two spellings the exact one counts. */
    private static JsonValue.Members canonical(JsonValue.Members root) {
        List<JsonValue.Member> members = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (JsonValue.Member member : root.members()) {
            String lower = member.key().toLowerCase(Locale.ROOT);
            boolean meant = KEYS.contains(lower) && root.member(lower).isEmpty() && taken.add(lower);
            members.add(meant ? new JsonValue.Member(lower, member.keyPosition(), member.value()) : member);
        }
        return new JsonValue.Members(members, root.position());
    }

    Template read() {
        root.members().forEach(this::checkKey);
        text("min_packer_version")
                .filter(version -> !version.value().isEmpty())
                .ifPresent(version -> MinimumVersion.check(version, problems));
        unused();
        listed("builders", "builders");
        listed("provisioners", "Provisioners");
        listed("post-processors", "post-processors");
        listed("sensitive-variables", "sensitive-variables");
        ComponentReader components = new ComponentReader(problems);
        List<Component> builders = components.builders(root.value("builders"));
        if (root.value("builders").map(TemplateReader::empty).orElse(true)) {
            problems.addOfUse(new Problem(
                    "At least one builder must be defined.",
                    "Add { \"type\": … } to \"builders\".",
                    position("builders")));
        }
        return new Template(
                file,
                text("description").map(JsonValue.Text::value).orElse(""),
                variables(),
                sensitiveVariables(),
                builders,
                components.provisioners(root.value("provisioners")),
                components.errorCleanup(root.value("error-cleanup-provisioner")),
                new PostProcessorReader(components, problems).read(root.value("post-processors")));
    }

    /** What stands there must be a list, although a single component can be read as well. */
    private void listed(String key, String name) {
        JsonValue value = root.value(key).orElse(new JsonValue.Null(root.position()));
        if (!(value instanceof JsonValue.Items) && !(value instanceof JsonValue.Null)) {
            String got = value instanceof JsonValue.Members
                    ? "map"
                    : value instanceof JsonValue.Text ? "string" : value.kind();
            problem(
                    "'" + name + "': source data must be an array or slice, got " + got + ".",
                    "Put it into brackets: [ … ].",
                    key);
        }
    }

    private static boolean empty(JsonValue builders) {
        return builders instanceof JsonValue.Null
                || builders instanceof JsonValue.Items items && items.values().isEmpty();
    }

    /** Keys that mean nothing any more, and whose values Packer reads all the same. */
    private void unused() {
        root.value("push")
                .filter(push -> !(push instanceof JsonValue.Members || push instanceof JsonValue.Null))
                .ifPresent(push -> problem(
                        "'push' must be an object, not " + push.kind() + ".", "Remove it: it does nothing.", "push"));
        listed("comments", "comments");
        root.value("comments")
                .filter(comments -> comments instanceof JsonValue.Items items
                        && !items.values().stream().allMatch(TemplateReader::isComment))
                .ifPresent(comments -> problem(
                        "'comments' must be a list of objects of texts.", "Remove it: it does nothing.", "comments"));
    }

    private static boolean isComment(JsonValue value) {
        return value instanceof JsonValue.Members members
                && members.members().stream().allMatch(member -> member.value() instanceof JsonValue.Text);
    }

    private void checkKey(JsonValue.Member member) {
        String key = member.key();
        if (key.startsWith("_")) {
            if (!(member.value() instanceof JsonValue.Text)) {
                problems.add(Problem.of("The root level comment \"" + key + "\" must be a text, not "
                                + member.value().kind() + ".")
                        .withCure("Put it in double quotes.")
                        .at(member.value().position()));
            }
        } else if (!KEYS.contains(key)) {
            problems.add(Problem.of("Unknown root level key in template: '" + key + "'.")
                    .withCure(
                            looksLikeVarFile()
                                    ? "This file looks like a var-file: give it by -var-file, and the path of a template."
                                    : NearestName.cure(key, KEYS, "Remove it, or start its name with an underscore."))
                    .at(member.keyPosition()));
        }
    }

    /** Nothing but texts, under names that no template has. */
    private boolean looksLikeVarFile() {
        return root.members().stream()
                .allMatch(member -> member.value() instanceof JsonValue.Text && !KEYS.contains(member.key()));
    }

    private Optional<JsonValue.Text> text(String key) {
        Optional<JsonValue> value = root.value(key).filter(given -> !(given instanceof JsonValue.Null));
        if (value.isPresent() && !(value.get() instanceof JsonValue.Text)) {
            problem("'" + key + "' must be a text, not " + value.get().kind() + ".", "Put it in double quotes.", key);
        }
        return value.filter(JsonValue.Text.class::isInstance).map(JsonValue.Text.class::cast);
    }

    private List<VariableDeclaration> variables() {
        Optional<JsonValue> value = root.value("variables").filter(given -> !(given instanceof JsonValue.Null));
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof JsonValue.Members members)) {
            problem(
                    "'variables' must be an object, not " + value.get().kind() + ".",
                    "Write { \"name\": \"default\" }.",
                    "variables");
            return List.of();
        }
        List<VariableDeclaration> declarations = new ArrayList<>();
        members.members().forEach(member -> variable(member).ifPresent(declarations::add));
        return declarations;
    }

    private Optional<VariableDeclaration> variable(JsonValue.Member member) {
        SourcePosition position = member.value().position();
        if (member.value() instanceof JsonValue.Text text) {
            return Optional.of(new VariableDeclaration(member.key(), Optional.of(text.value()), position));
        }
        if (!(member.value() instanceof JsonValue.Null)) {
            problems.add(Problem.of("Variable " + member.key() + ": expected a text or null, got "
                            + member.value().kind() + ".")
                    .withCure("Put the value in double quotes.")
                    .at(position));
        }
        return Optional.of(new VariableDeclaration(member.key(), Optional.empty(), position))
                .filter(declaration -> member.value() instanceof JsonValue.Null);
    }

    private List<String> sensitiveVariables() {
        Optional<JsonValue> value = root.value("sensitive-variables");
        return value
                .filter(JsonValue.Items.class::isInstance)
                .map(given -> Texts.read(given, "'sensitive-variables'", problems))
                .orElse(List.of())
                .stream()
                .map(JsonValue.Text::value)
                .toList();
    }

    private void problem(String message, String cure, String key) {
        problems.add(new Problem(message, cure, position(key)));
    }

    private SourcePosition position(String key) {
        return root.value(key).map(JsonValue::position).orElse(root.position());
    }
}
