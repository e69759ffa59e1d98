/** The simulator as a command. */
@NullMarked
package io.jenkins.plugins.packerbuild.simulator.cli;

import org.jspecify.annotations.NullMarked;
