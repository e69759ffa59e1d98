/** Builds Amazon machine images that are backed by EBS, as Packer's {@code amazon-ebs} does. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import org.jspecify.annotations.NullMarked;
