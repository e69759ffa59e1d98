package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.communicator.Authentication;
import java.util.Optional;

/**
 * By which key the machine lets us in.
 *
 * @param keyName of the key pair in EC2; empty for none
 * @param temporary whether it goes with the build
 * @param authentication what the login proves itself by
 */
record KeyAccess(Optional<String> keyName, boolean temporary, Authentication authentication) {}
