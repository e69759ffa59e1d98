package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;

/** Switches the enhanced networking of the stopped machine, which the image takes over. */
record SwitchEnaStep(Site site, InstanceId instance, boolean on) implements Step<Boolean> {

    @Override
    public String name() {
        return "StepModifyEBSBackedInstance";
    }

    @Override
    public Boolean run(BuildScope scope) {
        site.tell().switchingEna(on);
        site.ec2().setEnaSupport(instance, on);
        return on;
    }
}
