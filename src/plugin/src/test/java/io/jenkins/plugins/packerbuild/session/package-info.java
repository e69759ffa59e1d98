/** The session room against fakes of its ports, and against real engines. */
@NullMarked
package io.jenkins.plugins.packerbuild.session;

import org.jspecify.annotations.NullMarked;
