package io.jenkins.plugins.packerbuild.engine.provisioner;

import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import java.util.Map;

/** One provisioner of a template, ready to run on the machine of one build. */
public interface Provisioner {

    /**
     * Runs it.
     *
     * @param data generated values by name, for deferred texts
     * @throws io.jenkins.plugins.packerbuild.engine.time.CancelledException when cancelled
     * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when it fails
     */
    void provision(Communicator communicator, Map<String, String> data, BuildScope scope);
}
