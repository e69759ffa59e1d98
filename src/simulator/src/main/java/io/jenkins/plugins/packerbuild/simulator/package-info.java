/** Placeholder. */
@NullMarked
package io.jenkins.plugins.packerbuild.simulator;

import org.jspecify.annotations.NullMarked;
