package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.util.Map;

/** Runs the template's provisioners on the machine. */
record ProvisionStep(BuildContext context, Communicator communicator, Map<String, String> data)
        implements Step<Map<String, String>> {

    @Override
    public String name() {
        return "StepProvision";
    }

    /** The generated values that they were given. */
    @Override
    public Map<String, String> run(BuildScope scope) {
        context.provisioning().provision(communicator, data, scope);
        return data;
    }
}
