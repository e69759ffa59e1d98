/** The post-processor {@code manifest}: a file that says what was built, run after run. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.postprocessor.manifest;

import org.jspecify.annotations.NullMarked;
