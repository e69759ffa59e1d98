/** The provisioner {@code shell}: scripts that run on the machine. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.provisioner.shell;

import org.jspecify.annotations.NullMarked;
