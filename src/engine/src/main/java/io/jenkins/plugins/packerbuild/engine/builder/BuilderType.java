package io.jenkins.plugins.packerbuild.engine.builder;

import io.jenkins.plugins.packerbuild.engine.template.Options;

/**
 * A kind of builder, as named by {@code type} in a template. Its builders may share what they use; closing it, after the
 * last of them has ended, gives that back. Safe for use by several threads.
 */
public interface BuilderType extends AutoCloseable {

    /** As in {@code amazon-ebs}. */
    String name();

    /** Whether the template leaves it to others to give this builder its keys: neither option nor user variable has one. */
    default boolean wantsCredential(Options options) {
        return false;
    }

    /** Whether the template reaches a machine, but leaves it to others who logs in there, or how he proves himself. */
    default boolean wantsLogin(Options options) {
        return false;
    }

    /**
     * Reads and checks the options, without any network. Problems go to the options, never into an exception; the result
     * is used only when there were none.
     */
    ImageBuilder prepare(Options options, BuilderSettings settings);

    @Override
    default void close() {}
}
