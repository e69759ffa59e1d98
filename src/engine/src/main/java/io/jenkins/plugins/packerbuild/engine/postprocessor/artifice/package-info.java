/** The post-processor {@code artifice}: other files instead of what the builder has made. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.postprocessor.artifice;

import org.jspecify.annotations.NullMarked;
