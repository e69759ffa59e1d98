/** Runs programs on this computer, and ends them with all that they have started. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.communicator.local;

import org.jspecify.annotations.NullMarked;
