/** Everything that a run tells the world, as values. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.event;

import org.jspecify.annotations.NullMarked;
