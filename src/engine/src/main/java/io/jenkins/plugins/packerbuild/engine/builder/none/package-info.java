/** Makes nothing, on a machine that exists already: the builder {@code null}. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.builder.none;

import org.jspecify.annotations.NullMarked;
