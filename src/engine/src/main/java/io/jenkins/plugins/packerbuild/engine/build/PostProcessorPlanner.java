package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorSettings;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorType;
import io.jenkins.plugins.packerbuild.engine.template.Component;
import io.jenkins.plugins.packerbuild.engine.template.NamedBuild;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import io.jenkins.plugins.packerbuild.engine.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prepares the chains of post-processors for each build, and notes what is wrong with them. */
final class PostProcessorPlanner {

    private final Components components;
    private final Template template;
    private final Planner.Order order;
    private final PlanningPlace place;

    PostProcessorPlanner(Components components, Template template, Planner.Order order, PlanningPlace place) {
        this.components = components;
        this.template = template;
        this.order = order;
        this.place = place;
    }

    /** Those that this build has; never an empty one. */
    List<List<BuilderRun.Link>> plan(NamedBuild build) {
        List<List<BuilderRun.Link>> chains = new ArrayList<>();
        for (List<Component> chain : template.postProcessors()) {
            List<BuilderRun.Link> links = chain(chain, build);
            if (!links.isEmpty()) {
                chains.add(links);
            }
        }
        return chains;
    }

    /** A name in {@code -except} ends the chain before it; one that is not for this build is left out. */
    private List<BuilderRun.Link> chain(List<Component> chain, NamedBuild build) {
        List<BuilderRun.Link> links = new ArrayList<>();
        for (Component component : chain) {
            if (order.except().contains(component.name())) {
                break;
            }
            if (component.appliesTo(build)) {
                link(component, build).ifPresent(links::add);
            }
        }
        return links;
    }

    private Optional<BuilderRun.Link> link(Component component, NamedBuild build) {
        Optional<PostProcessorType> type = components.postProcessor(component.type());
        if (type.isEmpty()) {
            place.problems().add(component.typeNotThere(components.postProcessorNames()));
            return Optional.empty();
        }
        Options options = component.options(place.interpolation(), build, place.problems());
        PostProcessorSettings settings =
                new PostProcessorSettings(build.name(), build.builder().type(), order.force(), place.facts());
        PostProcessor postProcessor = type.get().prepare(options, settings);
        options.finish();
        return Optional.of(
                new BuilderRun.Link(component.name(), component.type(), component.keepInputArtifact(), postProcessor));
    }
}
