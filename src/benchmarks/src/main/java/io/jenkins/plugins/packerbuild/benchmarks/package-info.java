/** Measures whole builds, ours and packer's, as processes of their own against the simulated clouds. */
@NullMarked
package io.jenkins.plugins.packerbuild.benchmarks;

import org.jspecify.annotations.NullMarked;
