/** The files by which a run and whoever started it speak with each other. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.session;

import org.jspecify.annotations.NullMarked;
