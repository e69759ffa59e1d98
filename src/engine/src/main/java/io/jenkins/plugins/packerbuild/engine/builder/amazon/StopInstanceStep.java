package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;

/** Stops the machine, so that its volumes are at rest. */
record StopInstanceStep(Site site, InstanceId instance, boolean stop) implements Step<InstanceInfo> {

    @Override
    public String name() {
        return "StepStopEBSBackedInstance";
    }

    @Override
    public InstanceInfo run(BuildScope scope) {
        if (stop) {
            site.tell().stopping();
            site.ec2().stopInstance(instance);
        } else {
            site.tell().stopIsUpToTheUser();
        }
        site.tell().waitingForStop();
        return site.waits().stopped(instance);
    }
}
