/** The post-processor {@code checksum}: checksums of an artifact's files, in files beside it. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.postprocessor.checksum;

import org.jspecify.annotations.NullMarked;
