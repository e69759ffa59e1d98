/** The only place of the engine that sleeps or asks the time. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.time;

import org.jspecify.annotations.NullMarked;
