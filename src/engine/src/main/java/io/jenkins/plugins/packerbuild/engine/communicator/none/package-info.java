/** No way to reach a machine, for {@code communicator: none}. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.communicator.none;

import org.jspecify.annotations.NullMarked;
