/** What a simulated cloud asks of a simulated machine: the port between the clouds and the SSH hosts. */
@NullMarked
package io.jenkins.plugins.packerbuild.simulator.machine;

import org.jspecify.annotations.NullMarked;
