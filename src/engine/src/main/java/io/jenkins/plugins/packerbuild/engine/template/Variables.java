package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The user variables of one run, with their final values. Immutable.
 *
 * @param values by name
 * @param broken names whose value is a problem already: whatever needs one of them cannot be judged
 * @param secrets values of sensitive variables and of servers, none empty
 * @param environmentNames the names of the process environment that defaults have read
 * @param madeOf by name, the other user variables that its text calls; these may call others
 */
public record Variables(
        Map<String, String> values,
        Set<String> broken,
        List<Sensitive> secrets,
        Set<String> environmentNames,
        Map<String, Set<String>> madeOf) {

    /**
     * A value that must not be shown.
     *
     * @param variable whose it is; empty for what a server has told
     * @param value never empty
     */
    public record Sensitive(String variable, Secret value) {}

    /** Nobody can be asked for one with a longer name. */
    private static final int LONGEST_WANTED = 200;

    /** Copies the collections. */
    public Variables {
        values = Map.copyOf(values);
        broken = Set.copyOf(broken);
        secrets = List.copyOf(secrets);
        environmentNames = Set.copyOf(environmentNames);
        madeOf = Map.copyOf(madeOf);
    }

    /**
     * Declared variables that nobody has given a value to, although their default is missing or renders as nothing: those
     * for which {@link GivenVariables#withLate} is worth a try. In the order of the file.
     */
    public static List<String> wanted(Template template, GivenVariables given, RunFacts facts) {
        Variables variables = resolve(template, given, facts, new ProblemCollector());
        return template.declarations().stream()
                .filter(declaration -> given.find(declaration.name()).isEmpty())
                .filter(declaration ->
                        declaration.required() || "".equals(variables.values().get(declaration.name())))
                .map(VariableDeclaration::name)
                .filter(name -> name.length() <= LONGEST_WANTED)
                .toList();
    }

    /** Renders all values until none depends on another. Missing and unrenderable ones go to the problems. */
    public static Variables resolve(
            Template template, GivenVariables given, RunFacts facts, ProblemCollector problems) {
        VariableResolver resolver = new VariableResolver(template, given, facts, problems);
        Set<String> names = new LinkedHashSet<>();
        template.declarations().forEach(declaration -> names.add(declaration.name()));
        names.addAll(given.names());
        resolver.resolveAll(names);
        List<Sensitive> secrets = new ArrayList<>();
        for (String name : new TreeSet<>(template.sensitiveVariables())) {
            String value = resolver.values().getOrDefault(name, "");
            if (!value.isEmpty()) {
                secrets.add(new Sensitive(name, Secret.of(value)));
            }
        }
        resolver.remoteSecrets().stream()
                .filter(value -> !value.isEmpty())
                .forEach(value -> secrets.add(new Sensitive("", value)));
        return new Variables(
                resolver.values(), resolver.broken(), secrets, resolver.environmentNames(), resolver.madeOf());
    }

    /** Names only: a value may be a secret. */
    @Override
    public String toString() {
        return "Variables" + new TreeSet<>(values.keySet());
    }
}
