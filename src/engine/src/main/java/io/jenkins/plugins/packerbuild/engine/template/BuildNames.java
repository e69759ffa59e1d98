package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Names the builds of a template, and checks who refers to them. */
final class BuildNames {

    private final Template template;
    private final Interpolation interpolation;
    private final ProblemCollector problems;

    BuildNames(Template template, Interpolation interpolation, ProblemCollector problems) {
        this.template = template;
        this.interpolation = interpolation;
        this.problems = problems;
    }

    /** Sorted by name. */
    List<NamedBuild> read() {
        TreeMap<String, NamedBuild> builds = new TreeMap<>(Comparator.naturalOrder());
        for (Component builder : template.builders()) {
            Optional<String> name = interpolation.name(builder, problems);
            NamedBuild other = name.map(builds::get).orElse(null);
            if (other != null && !other.builder().name().equals(builder.name())) {
                problems.add(Problem.of("Builders '" + other.builder().name() + "' and '" + builder.name()
                                + "' have the same name once rendered: '" + other.name() + "'.")
                        .withCure("Give one of them another \"name\".")
                        .at(builder.namePosition()));
            }
            name.ifPresent(text -> builds.putIfAbsent(text, new NamedBuild(text, builder)));
        }
        List<NamedBuild> sorted = List.copyOf(builds.values());
        checkReferences(sorted);
        return sorted;
    }

    private void checkReferences(List<NamedBuild> builds) {
        Set<String> names = new TreeSet<>();
        builds.forEach(build -> names.add(build.name()));
        template.builders().forEach(builder -> names.add(builder.name()));
        List<Component> referring = new ArrayList<>(template.provisioners());
        template.errorCleanup().ifPresent(referring::add);
        template.postProcessors().forEach(referring::addAll);
        for (Component component : referring) {
            check(component, "only", component.keys().selection().only(), names);
            check(component, "except", component.keys().selection().except(), names);
            checkOverrides(component, names);
        }
    }

    private void checkOverrides(Component component, Set<String> names) {
        for (JsonValue.Member override : component.keys().overrides()) {
            if (!names.contains(override.key())) {
                problems.add(Problem.of(component.subject() + ": override '" + override.key() + "' doesn't exist.")
                        .withCure(NearestName.cure(override.key(), names, thereAre(names)))
                        .at(override.keyPosition()));
            }
        }
    }

    private static String thereAre(Set<String> names) {
        return "These are there: " + String.join(", ", names) + ".";
    }

    private void check(Component component, String key, List<BuildSelection.Name> selected, Set<String> names) {
        for (BuildSelection.Name name : selected) {
            if (!names.contains(name.text())) {
                problems.add(Problem.of(component.subject() + ": '" + key + "' specified builder '" + name.text()
                                + "' not found.")
                        .withCure(NearestName.cure(name.text(), names, thereAre(names)))
                        .at(name.position()));
            }
        }
    }
}
