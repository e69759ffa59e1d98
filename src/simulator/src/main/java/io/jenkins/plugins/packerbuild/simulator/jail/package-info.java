/** Where the scripts of simulated machines really run: in a root of their own, out of reach of the real machine. */
@NullMarked
package io.jenkins.plugins.packerbuild.simulator.jail;

import org.jspecify.annotations.NullMarked;
