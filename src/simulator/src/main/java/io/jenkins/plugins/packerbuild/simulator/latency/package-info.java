/** How long the simulated clouds take, and the timeline on which they do. */
@NullMarked
package io.jenkins.plugins.packerbuild.simulator.latency;

import org.jspecify.annotations.NullMarked;
