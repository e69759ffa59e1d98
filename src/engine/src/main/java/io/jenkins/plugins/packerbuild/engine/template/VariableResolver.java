package io.jenkins.plugins.packerbuild.engine.template;

import static io.jenkins.plugins.packerbuild.engine.template.action.TextFunction.Parameter.TEXT;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionData;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionException;
import io.jenkins.plugins.packerbuild.engine.template.action.FunctionSet;
import io.jenkins.plugins.packerbuild.engine.template.action.TextFunction;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Renders user variables, each one after those that it refers to. One use. */
final class VariableResolver {

    private static final int DEEPEST = 100;
    private static final int LONGEST = 1024 * 1024;
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
    private final UnsetVariables unset = new UnsetVariables();
    private final RemoteFunctions remote;

    VariableResolver(Template template, GivenVariables given, RunFacts facts, ProblemCollector problems) {
        template.declarations().forEach(declaration -> declarations.put(declaration.name(), declaration));
        this.given = given;
        this.facts = facts;
        this.problems = problems;
        this.remote = new RemoteFunctions(facts.remote());
        Map<String, TextFunction> all = new HashMap<>(PackerFunctions.everywhere(facts));
        all.put("user", TextFunction.of(this::user, TEXT));
        all.put("env", TextFunction.of(this::env, TEXT));
        all.putAll(remote.all());
        this.functions = new FunctionSet(all, name -> UnknownFunctions.cure(name, all.keySet()));
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

    /** What servers have told; all of it is secret. */
    List<Secret> remoteSecrets() {
        return remote.secrets();
    }

    /** Renders all; missing and unrenderable ones go to the problems. */
    void resolveAll(Collection<String> names) {
        names.forEach(this::resolve);
        broken.addAll(unset.report(problems));
    }

    /** Renders one and all that it needs; a problem leaves it broken. */
    private void resolve(String name) {
        if (values.containsKey(name) || broken.contains(name) || unset.has(name)) {
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
            String value = LaterText.render(text, functions);
            if (value.length() > LONGEST) {
                throw Complaint.rendering("its value is longer than 1 MiB", "Shorten it.");
            }
            values.put(name, value);
            unset.noteResolved(text);
        } catch (UnsetVariables.Unset e) {
            unset.add(name, e, subject, position);
        } catch (Complaint e) {
            broken.add(name);
            if (!e.isFollowUp()) {
                problems.add(new Problem(subject + " " + e.words() + ".", e.cure(), position));
            }
        } finally {
            path.remove(name);
        }
    }

    private Object user(List<Object> arguments, ActionData data) {
        String name = (String) arguments.get(0);
        if (path.contains(name)) {
            throw unset.circle(name, path);
        }
        if (path.size() >= DEEPEST) {
            throw ActionException.of(
                    "variables refer to one another more than " + DEEPEST + " levels deep", "Declare them in order.");
        }
        resolve(name);
        noteUse(name);
        if (broken.contains(name)) {
            throw Complaint.followUp();
        }
        String value = values.get(name);
        if (value == null) {
            Set<String> known = new TreeSet<>(declarations.keySet());
            known.addAll(given.names());
            throw unset.missing(name, known);
        }
        return value;
    }

    /** Of the variable that is being rendered, the innermost of the path. */
    private void noteUse(String name) {
        String reader = "";
        for (String each : path) {
            reader = each;
        }
        madeOf.computeIfAbsent(reader, it -> new TreeSet<>()).add(name);
    }

    private Object env(List<Object> arguments, ActionData data) {
        String name = (String) arguments.get(0);
        environmentNames.add(name);
        return facts.environment().getOrDefault(name, "");
    }
}
