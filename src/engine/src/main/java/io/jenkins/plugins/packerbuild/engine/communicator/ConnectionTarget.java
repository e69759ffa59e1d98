package io.jenkins.plugins.packerbuild.engine.communicator;

import java.util.function.Supplier;

/**
 * Where to connect to.
 *
 * @param host asked before every try, because a machine's address may change; never empty
 * @param authentication how to prove who we are
 * @param settings the template's communicator options
 */
public record ConnectionTarget(Supplier<String> host, Authentication authentication, CommunicatorSettings settings) {}
