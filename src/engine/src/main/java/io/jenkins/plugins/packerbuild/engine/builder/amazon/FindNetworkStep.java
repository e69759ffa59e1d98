package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.util.List;
import java.util.Optional;

/** Finds the network of the given subnet, which a temporary security group must be in; empty for the default one. */
record FindNetworkStep(Site site, NetworkOptions network) implements Step<Optional<String>> {

    @Override
    public String name() {
        return "StepNetworkInfo";
    }

    @Override
    public Optional<String> run(BuildScope scope) {
        if (network.vpcId().isPresent()
                || network.subnetId().isEmpty()
                || !network.groups().isEmpty()) {
            return network.vpcId();
        }
        String subnet = network.subnetId().get();
        List<SubnetInfo> found = site.cloud().facts().subnets(subnet, site.pace());
        if (found.isEmpty()) {
            throw new BuildException(Problem.of("Could not find subnet '" + subnet + "' in " + site.place() + ".")
                    .withCure("Check `subnet_id`: the subnet must be in this very region."));
        }
        return Optional.of(found.get(0).vpcId());
    }
}
