/** The provisioner {@code shell-local}, and what the post-processor of that name shares with it: scripts that run here. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.provisioner.local;

import org.jspecify.annotations.NullMarked;
