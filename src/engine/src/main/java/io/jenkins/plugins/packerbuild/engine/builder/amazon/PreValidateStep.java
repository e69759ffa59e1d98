package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks what can be known before anything is made: the region, the network, and whether the name is free. */
record PreValidateStep(Site site, EbsOptions options) implements Step<String> {

    @Override
    public String name() {
        return "StepPreValidate";
    }

    /** The name of the image to be made. */
    @Override
    public String run(BuildScope scope) {
        if (options.access().validateRegion()) {
            validateRegion();
        }
        String name = options.image().name();
        site.tell().validatingVpc();
        validateVpc();
        if (options.image().replace().deregister()) {
            site.tell().nameWillBeForced();
            return name;
        }
        site.tell().validatingName(name);
        Optional<AmiId> taken = site.cloud().facts().imageNamed(name, site.pace());
        if (taken.isPresent()) {
            throw new BuildException(
                    Problem.of("AMI Name: '" + name + "' is used by an existing AMI: " + taken.get() + ".")
                            .withCure("Use another `ami_name`, or set `force_deregister` to replace it."));
        }
        return name;
    }

    private void validateRegion() {
        Set<String> regions = site.cloud().facts().regions(site.pace());
        String region = site.cloud().key().region();
        if (!regions.contains(region)) {
            throw new BuildException(Problem.of("Error validating regions: Invalid region(s): [" + region
                            + "], available regions: " + new TreeSet<>(regions) + ".")
                    .withCure("Check `region`, or set `skip_region_validation`."));
        }
    }

    private void validateVpc() {
        Optional<String> vpc = options.network().vpcId();
        if (vpc.isPresent()
                && options.network().subnetId().isEmpty()
                && !site.cloud().facts().isDefaultVpc(vpc.get(), site.pace())) {
            throw new BuildException(
                    Problem.of("Error: subnet_id or subnet_filter must be provided for non-default VPCs (" + vpc.get()
                                    + ").")
                            .withCure("Add the `subnet_id` of one of its subnets."));
        }
    }
}
