package io.jenkins.plugins.packerbuild.engine.template;

/** What a name in an action stands for. Safe for use by several threads. */
@FunctionalInterface
interface TextFunction {

    /**
     * Calls it.
     *
     * @throws Complaint when the arguments do not fit
     */
    Object call(Evaluation evaluation, Arguments arguments);
}
