/** What went wrong, with which thing, where, and what to do next. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.problem;

import org.jspecify.annotations.NullMarked;
