/**
 * The plugin in a running Jenkins, with the engine itself and simulated clouds. Compiled and run with {@code -Pjenkins}
 * only.
 */
@NullMarked
package io.jenkins.plugins.packerbuild.injenkins;

import org.jspecify.annotations.NullMarked;
