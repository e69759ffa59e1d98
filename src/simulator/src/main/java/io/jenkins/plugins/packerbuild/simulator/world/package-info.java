/** What every simulated cloud has around it. */
@NullMarked
package io.jenkins.plugins.packerbuild.simulator.world;

import org.jspecify.annotations.NullMarked;
