package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.util.List;
import java.util.Map;

/** Runs the provisioners of one build, one after another. Results in how many ran. */
final class ProvisionStep implements Step<Integer> {

    private final List<Provisioner> provisioners;
    private final Communicator communicator;
    private final Map<String, String> data;

    ProvisionStep(List<Provisioner> provisioners, Communicator communicator, Map<String, String> data) {
        this.provisioners = provisioners;
        this.communicator = communicator;
        this.data = Map.copyOf(data);
    }

    @Override
    public String name() {
        return "StepProvision";
    }

    @Override
    public Integer run(BuildScope scope) {
        for (Provisioner provisioner : provisioners) {
            scope.cancellation().throwIfCancelled();
            provisioner.provision(communicator, data, scope);
        }
        return provisioners.size();
    }
}
