package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.builder.BuilderType;
import io.jenkins.plugins.packerbuild.engine.builder.GivenCredential;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.template.Component;
import io.jenkins.plugins.packerbuild.engine.template.Interpolation;
import io.jenkins.plugins.packerbuild.engine.template.NamedBuild;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.Template;
import io.jenkins.plugins.packerbuild.engine.template.Variables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a template into builds that are ready to run: finds every problem of every component of every selected build,
 * before anything is sent to any cloud. Used by one thread.
 */
public final class Planner {

    /** The credentials that were given from outside of the template. */
    public interface Credentials {

        /** For a build's name, then for its builder's type; of two with the same field, the first counts. */
        List<GivenCredential> forBuilder(String name, String type);

        /** Those that are values of user variables, by the variable's name. */
        Map<String, GivenCredential> forVariables();
    }

    /**
     * What the command line says of how builds are planned.
     *
     * @param force {@code -force}
     * @param except names of post-processors, too: their chains end before them
     */
    public record Order(boolean force, List<String> except) {

        /** Copies its list. */
        public Order {
            except = List.copyOf(except);
        }
    }

    private final Components components;
    private final Template template;
    private final RunFacts facts;
    private final Variables variables;
    private final Interpolation interpolation;
    private final ProblemCollector problems;

    /**
     * For one template with its final, or so far known, values.
     *
     * @param problems where problems go
     */
    public Planner(
            Components components, Template template, Variables variables, RunFacts facts, ProblemCollector problems) {
        this.components = components;
        this.template = template;
        this.facts = facts;
        this.variables = variables;
        this.interpolation = Interpolation.of(facts, variables);
        this.problems = problems;
    }

    /** The selected builds with their rendered names, sorted by name. */
    public List<NamedBuild> select(Selection selection) {
        return selection.of(template.builds(interpolation, problems), template, problems);
    }

    /**
     * The builds whose names are not known yet, each called by its type instead: their names cannot be told now, or depend
     * on variables whose values are to come.
     */
    public List<NamedBuild> nameless(Set<String> toCome) {
        return template.builders().stream()
                .filter(builder -> !Collections.disjoint(interpolation.variablesIn(builder.name()), toCome)
                        || interpolation.name(builder, problems).isEmpty())
                .map(builder -> new NamedBuild(builder.type(), builder))
                .toList();
    }

    /** Those of the builds that have no keys of their own, or no login to their machine. */
    public List<BuildEvent.Wanting> wanting(List<NamedBuild> builds) {
        return builds.stream()
                .flatMap(build -> components.builder(build.builder().type()).map(type -> wanting(build, type)).stream())
                .filter(wanting -> wanting.keys() || wanting.ssh())
                .toList();
    }

    private BuildEvent.Wanting wanting(NamedBuild build, BuilderType type) {
        Options options = build.builder().options(interpolation, build, new ProblemCollector());
        return new BuildEvent.Wanting(
                build.name(), type.name(), type.wantsCredential(options), type.wantsLogin(options));
    }

    /** The builds, ready to run; to be used only when there was no problem. */
    public List<BuilderRun> plan(List<NamedBuild> builds, Order order, Credentials credentials) {
        List<BuilderRun> runs = new ArrayList<>();
        PlanningPlace place = new PlanningPlace(facts, interpolation, problems);
        ProvisionerPlanner provisioning = new ProvisionerPlanner(components, template, place);
        PostProcessorPlanner chains = new PostProcessorPlanner(components, template, order, place);
        EndpointBinding binding = new EndpointBinding(credentials.forVariables(), variables, interpolation);
        for (NamedBuild build : builds) {
            BuilderSettings settings = new BuilderSettings(
                    build.name(),
                    order.force(),
                    credentials.forBuilder(build.name(), build.builder().type()),
                    facts);
            Optional<ImageBuilder> builder = builder(build, settings);
            builder.ifPresent(ready -> binding.check(build, ready.endpoint(), problems));
            List<Provisioner> provisioners = provisioning.plan(build, builder);
            Optional<Provisioner> errorCleanup = provisioning.errorCleanup(build, builder);
            List<List<BuilderRun.Link>> links = chains.plan(build, builder);
            builder.ifPresent(ready -> runs.add(
                    new BuilderRun(build.name(), build.builder().type(), ready, provisioners, errorCleanup, links)));
        }
        return runs;
    }

    private Optional<ImageBuilder> builder(NamedBuild build, BuilderSettings settings) {
        Component component = build.builder();
        Optional<BuilderType> type = components.builder(component.type());
        if (type.isEmpty()) {
            problems.add(component.typeNotThere(components.builderNames()));
            return Optional.empty();
        }
        Options options = component.options(interpolation, build, problems);
        ImageBuilder builder = type.get().prepare(options, settings);
        options.finish();
        return Optional.of(builder);
    }
}
