/** One piece of a build at a time, with its cleanup. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.step;

import org.jspecify.annotations.NullMarked;
