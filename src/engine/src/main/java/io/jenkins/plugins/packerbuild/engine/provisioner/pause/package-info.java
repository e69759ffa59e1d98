/** Provisioners that only wait: {@code breakpoint} for a person, {@code sleep} for a time. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.provisioner.pause;

import org.jspecify.annotations.NullMarked;
