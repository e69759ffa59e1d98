package io.jenkins.plugins.packerbuild.engine.communicator;

import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;

/** Makes connections to machines. Builders get it from outside, so that no builder knows a protocol. */
public interface Connector {

    /**
     * Waits until the machine can be reached, as long as the settings allow, and says so to the narrator in Packer's words.
     *
     * @throws io.jenkins.plugins.packerbuild.engine.time.CancelledException when cancelled
     * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when the time is over, or the login is refused
     *     too often
     */
    Communicator connect(ConnectionTarget target, Narrator narrator, Cancellation cancellation);
}
