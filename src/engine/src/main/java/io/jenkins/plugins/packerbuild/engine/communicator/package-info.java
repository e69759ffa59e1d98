/** How a machine is reached: the ports and what every way of reaching it needs. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.communicator;

import org.jspecify.annotations.NullMarked;
