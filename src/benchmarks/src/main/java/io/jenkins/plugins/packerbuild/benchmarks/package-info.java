/** Placeholder. */
@NullMarked
package io.jenkins.plugins.packerbuild.benchmarks;

import org.jspecify.annotations.NullMarked;
