package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.template.Component;
import io.jenkins.plugins.packerbuild.engine.template.NamedBuild;
import io.jenkins.plugins.packerbuild.engine.template.NearestName;
import io.jenkins.plugins.packerbuild.engine.template.Template;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which builds of a template run: {@code -only} and {@code -except}. A name may be written as in the template or as it is
 * rendered.
 *
 * @param only when not empty, just these
 * @param except not these
 */
public record Selection(List<String> only, List<String> except) {

    /** Every build. */
    public static final Selection ALL = new Selection(List.of(), List.of());

    /** Copies its lists. */
    public Selection {
        only = List.copyOf(only);
        except = List.copyOf(except);
    }

    /** The builds that it selects. A name that nothing has is a problem. */
    List<NamedBuild> of(List<NamedBuild> builds, Template template, ProblemCollector problems) {
        Set<String> names = new TreeSet<>();
        for (NamedBuild build : builds) {
            names.add(build.name());
            names.add(build.builder().name());
        }
        check("-only", only, names, problems);
        Set<String> exceptable = new TreeSet<>(names);
        template.postProcessors().stream()
                .flatMap(List::stream)
                .map(Component::name)
                .forEach(exceptable::add);
        check("-except", except, exceptable, problems);
        return builds.stream().filter(this::selects).toList();
    }

    private boolean selects(NamedBuild build) {
        boolean wanted = only.isEmpty()
                || only.contains(build.name())
                || only.contains(build.builder().name());
        return wanted
                && !except.contains(build.name())
                && !except.contains(build.builder().name());
    }

    private static void check(String option, List<String> given, Set<String> known, ProblemCollector problems) {
        for (String name : given) {
            if (!known.contains(name)) {
                problems.add(Problem.of(
                                "Option " + option + " names '" + name + "', but the template has no such build.")
                        .withCure(NearestName.cure(name, known, "Its builds: " + String.join(", ", known) + ".")));
            }
        }
    }
}
