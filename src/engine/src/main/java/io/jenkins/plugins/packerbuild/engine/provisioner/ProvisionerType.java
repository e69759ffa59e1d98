package io.jenkins.plugins.packerbuild.engine.provisioner;

import io.jenkins.plugins.packerbuild.engine.template.Options;

/** A kind of provisioner, as named by {@code type} in a template. Stateless; safe for use by several threads. */
public interface ProvisionerType {

    /** As in {@code shell}. */
    String name();

    /** Whether it works on the machine (and so needs a communicator) rather than here. */
    boolean needsMachine();

    /**
     * Reads and checks the options, for one build. Problems go to the options; the result is used only when there were
     * none.
     */
    Provisioner prepare(Options options, ProvisionerSettings settings);
}
