/** The post-processor {@code compress}: one archive out of an artifact's files. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import org.jspecify.annotations.NullMarked;
