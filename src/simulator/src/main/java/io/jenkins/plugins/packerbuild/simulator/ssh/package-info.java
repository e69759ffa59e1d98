/** Simulated machines that are reached by SSH: exec, shell, terminal, SFTP and scp over a directory that is their disk. */
@NullMarked
package io.jenkins.plugins.packerbuild.simulator.ssh;

import org.jspecify.annotations.NullMarked;
