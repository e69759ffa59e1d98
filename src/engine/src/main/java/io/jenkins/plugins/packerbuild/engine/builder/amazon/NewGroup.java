package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.util.Map;
import java.util.Optional;

/**
 * A security group to be made.
 *
 * @param name unique in the run
 * @param vpcId its network; empty for the account's default one
 * @param tags from the first moment on
 */
record NewGroup(String name, Optional<String> vpcId, Map<String, String> tags) {}
