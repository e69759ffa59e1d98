/** Events to lines, for people and for programs. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.console;

import org.jspecify.annotations.NullMarked;
