/** The post-processor {@code shell-local}: scripts that run here, after an artifact is made. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.postprocessor.local;

import org.jspecify.annotations.NullMarked;
