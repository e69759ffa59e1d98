package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks, before anything is made, that each region exists. Results in the regions. */
final class ValidateRegionsStep implements Step<List<String>> {

    private final DigitalOcean api;
    private final List<String> wanted;

    ValidateRegionsStep(DigitalOcean api, List<String> wanted) {
        this.api = api;
        this.wanted = List.copyOf(wanted);
    }

    @Override
    public List<String> run(BuildScope scope) {
        Set<String> known = api.regions();
        List<Problem> unknown = new ArrayList<>();
        for (String region : wanted) {
            if (!known.contains(region)) {
                unknown.add(Problem.of("DigitalOcean: Invalid region, " + region + ".")
                        .withCure("There are " + String.join(", ", known) + "."));
            }
        }
        if (!unknown.isEmpty()) {
            throw new BuildException(unknown, null);
        }
        return wanted;
    }
}
