/** Values that must never be printed, and what replaces them in everything that is. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.secret;

import org.jspecify.annotations.NullMarked;
