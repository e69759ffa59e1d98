package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorSettings;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorType;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
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

    /**
     * Those that this build has; never an empty one.
     *
     * @param builder empty when it has a problem
     */
    List<List<BuilderRun.Link>> plan(NamedBuild build, Optional<ImageBuilder> builder) {
        boolean makesImage = builder.filter(ImageBuilder::makesImage).isPresent();
        List<List<BuilderRun.Link>> chains = new ArrayList<>();
        for (List<Component> chain : template.postProcessors()) {
            List<Component> chosen = chosen(chain, build);
            if (makesImage) {
                warnOfLoss(chosen, build);
            }
            List<BuilderRun.Link> links = chosen.stream()
                    .flatMap(component -> link(component, build).stream())
                    .toList();
            if (!links.isEmpty()) {
                chains.add(links);
            }
        }
        return chains;
    }

    /** A name in {@code -except} ends the chain before it; one that is not for this build is left out. */
    private List<Component> chosen(List<Component> chain, NamedBuild build) {
        return chain.stream()
                .takeWhile(component -> !order.except().contains(component.name()))
                .filter(component -> component.appliesTo(build))
                .toList();
    }

    /** Of the image in the cloud, which the first that does not pass it on may remove. */
    private void warnOfLoss(List<Component> chain, NamedBuild build) {
        for (Component component : chain) {
            PostProcessor.Keep keep = components
                    .postProcessor(component.type())
                    .map(PostProcessorType::keepsInput)
                    .orElse(PostProcessor.Keep.ALWAYS);
            boolean refused =
                    component.keepInputArtifact().filter(kept -> !kept).isPresent();
            if (keep != PostProcessor.Keep.ALWAYS) {
                if (refused) {
                    place.problems().warn(willGo(component, build));
                } else if (keep == PostProcessor.Keep.NO
                        && component.keepInputArtifact().isEmpty()) {
                    place.problems().warn(wouldGo(component, build));
                }
                return;
            }
        }
    }

    private static Problem willGo(Component component, NamedBuild build) {
        return Problem.of("The " + component.title() + " has \"keep_input_artifact\": false: once all chains have ended"
                        + " well, the image that build '" + build.name() + "' has made is removed from the cloud.")
                .withCure("If the image is what you want, write \"keep_input_artifact\": true.")
                .at(component.position());
    }

    private static Problem wouldGo(Component component, NamedBuild build) {
        return Problem.of("The " + component.title() + " has no files to work on: build '" + build.name() + "' ("
                        + build.builder().type() + ") makes an image in a cloud. Packer would remove that image"
                        + " afterwards; it is kept here.")
                .withCure("Write \"keep_input_artifact\": true to keep it with both, or false to have it removed.")
                .at(component.position());
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
