/** How a machine is reached by SSH, with sshj: the only package that knows it. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import org.jspecify.annotations.NullMarked;
