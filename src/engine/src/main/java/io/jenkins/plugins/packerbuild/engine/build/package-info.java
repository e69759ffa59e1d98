/** Orchestration: which builds run, in parallel, and what came of them. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.build;

import org.jspecify.annotations.NullMarked;
