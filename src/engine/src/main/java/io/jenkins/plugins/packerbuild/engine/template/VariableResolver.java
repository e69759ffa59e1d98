package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Renders user variables, each one after those that it refers to. One use. */
final class VariableResolver {

    private static final int DEEPEST = 100;
    private static final int LONGEST = 1024 * 1024;
    /** What {@code .Name} stands for is known only where the variable is used. */
    private static final Pattern LATER = Pattern.compile("\\{\\{-?\\s*\\.[\\w.]+\\s*-?}}");

    private final Map<String, VariableDeclaration> declarations = new LinkedHashMap<>();
    private final GivenVariables given;
    private final RunFacts facts;
    private final ProblemCollector problems;
    private final FunctionSet functions;
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> broken = new LinkedHashSet<>();
    private final Set<String> path = new LinkedHashSet<>();
    private final Set<String> environmentNames = new TreeSet<>();
    private final Map<String, Set<String>> madeOf = new HashMap<>();

    VariableResolver(Template template, GivenVariables given, RunFacts facts, ProblemCollector problems) {
        template.declarations().forEach(declaration -> declarations.put(declaration.name(), declaration));
        this.given = given;
        this.facts = facts;
        this.problems = problems;
        this.functions = new FunctionSet("in \"variables\"", PackerFunctions.everywhere(facts))
                .with("in \"variables\"", Map.of("user", this::user, "env", this::env));
    }

    Map<String, String> values() {
        return values;
    }

    Set<String> broken() {
        return broken;
    }

    Set<String> environmentNames() {
        return environmentNames;
    }

    Map<String, Set<String>> madeOf() {
        return madeOf;
    }

    /** Renders one and all that it needs; a problem leaves it broken. */
    void resolve(String name) {
        if (values.containsKey(name) || broken.contains(name)) {
            return;
        }
        Optional<GivenVariables.Given> value = given.find(name);
        VariableDeclaration declaration = declarations.get(name);
        if (value.isPresent()) {
            GivenVariables.Given one = value.get();
            String text = one.value().reveal();
            if (one.rendered()) {
                render(name, text, "Variable '" + name + "' of " + one.origin(), one.position());
            } else {
                values.put(name, text);
            }
        } else if (declaration != null && declaration.defaultText().isPresent()) {
            render(name, declaration.defaultText().get(), "Variable '" + name + "'", declaration.position());
        } else if (declaration != null) {
            broken.add(name);
            problems.add(Problem.of("Required variable not set: " + name + ".")
                    .withCure("Give it by -var '" + name + "=…' or in a -var-file.")
                    .at(declaration.position()));
        }
    }

    private void render(String name, String text, String subject, @Nullable SourcePosition position) {
        path.add(name);
        try {
            String protectedText = LATER.matcher(text).replaceAll("{{`$0`}}");
            String value = TemplateText.parse(protectedText, functions).render(Evaluation.prepare());
            if (value.length() > LONGEST) {
                throw Complaint.rendering("its value is longer than 1 MiB", "Shorten it.");
            }
            values.put(name, value);
        } catch (Complaint e) {
            broken.add(name);
            if (!e.isFollowUp()) {
                problems.add(e.about(subject).at(position));
            }
        } finally {
            path.remove(name);
        }
    }

    private Object user(Evaluation evaluation, Arguments arguments) {
        String name = arguments.exactly(1).text(0);
        if (path.contains(name)) {
            throw Complaint.rendering(
                    "it refers to itself: " + String.join(" -> ", path) + " -> " + name, "Break the circle.");
        }
        if (path.size() >= DEEPEST) {
            throw Complaint.rendering("variables refer to one another more than " + DEEPEST + " levels deep", null);
        }
        resolve(name);
        path.forEach(reader -> noteUse(reader, name));
        if (broken.contains(name)) {
            throw Complaint.followUp();
        }
        String value = values.get(name);
        if (value == null) {
            Set<String> known = new TreeSet<>(declarations.keySet());
            known.addAll(given.names());
            throw Complaint.rendering(
                    "user variable '" + name + "' is not defined",
                    NearestName.cure(name, known, "Declare it in \"variables\"."));
        }
        return value;
    }

    private void noteUse(String reader, String name) {
        Set<String> uses = madeOf.computeIfAbsent(reader, it -> new TreeSet<>());
        uses.add(name);
        uses.addAll(madeOf.getOrDefault(name, Set.of()));
    }

    private Object env(Evaluation evaluation, Arguments arguments) {
        String name = arguments.exactly(1).text(0);
        environmentNames.add(name);
        return facts.environment().getOrDefault(name, "");
    }
}
