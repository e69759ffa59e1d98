/** The port that every provisioner type implements. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.provisioner;

import org.jspecify.annotations.NullMarked;
