package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerSettings;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerType;
import io.jenkins.plugins.packerbuild.engine.template.Component;
import io.jenkins.plugins.packerbuild.engine.template.NamedBuild;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import io.jenkins.plugins.packerbuild.engine.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prepares the provisioners of each build, and notes what is wrong with them. */
final class ProvisionerPlanner {

    private final Components components;
    private final Template template;
    private final PlanningPlace place;

    ProvisionerPlanner(Components components, Template template, PlanningPlace place) {
        this.components = components;
        this.template = template;
        this.place = place;
    }

    /**
     * Those that this build has, in their order.
     *
     * @param builder empty when it has a problem
     */
    List<Provisioner> plan(NamedBuild build, Optional<ImageBuilder> builder) {
        List<Provisioner> provisioners = new ArrayList<>();
        for (Component component : template.provisioners()) {
            plan(component, build, builder).ifPresent(provisioners::add);
        }
        return provisioners;
    }

    /** What runs on the machine when the build has failed. */
    Optional<Provisioner> errorCleanup(NamedBuild build, Optional<ImageBuilder> builder) {
        return template.errorCleanup().flatMap(component -> plan(component, build, builder));
    }

    private Optional<Provisioner> plan(Component component, NamedBuild build, Optional<ImageBuilder> builder) {
        if (!component.appliesTo(build)) {
            return Optional.empty();
        }
        Optional<ProvisionerType> type = components.provisioner(component.type());
        if (type.isEmpty()) {
            place.problems().add(component.typeNotThere(components.provisionerNames()));
            return Optional.empty();
        }
        if (type.get().needsMachine() && builder.isPresent() && !builder.get().hasMachine()) {
            place.problems().add(noMachine(component, build));
        }
        Options options = component.options(place.interpolation(), build, place.problems());
        ProvisionerSettings settings =
                new ProvisionerSettings(build.name(), build.builder().type(), place.facts());
        Provisioner provisioner = type.get().prepare(options, settings);
        options.finish();
        return Optional.of(PacedProvisioner.of(
                provisioner, component.title(), component.pacing(place.interpolation(), place.problems())));
    }

    private static Problem noMachine(Component component, NamedBuild build) {
        return Problem.of("The " + component.title() + " needs a machine, and build '" + build.name() + "' ("
                        + build.builder().type() + ") reaches none.")
                .withCure("Add \"except\": [\"" + build.name() + "\"] to it, or set another \"communicator\".")
                .at(component.position());
    }
}
