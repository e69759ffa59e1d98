/** The port that every post-processor type implements. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.postprocessor;

import org.jspecify.annotations.NullMarked;
