/** The HTTP server of the simulated clouds. */
@NullMarked
package io.jenkins.plugins.packerbuild.simulator.http;

import org.jspecify.annotations.NullMarked;
