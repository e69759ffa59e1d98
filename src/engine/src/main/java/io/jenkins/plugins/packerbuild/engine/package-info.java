/** Placeholder. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine;

import org.jspecify.annotations.NullMarked;
