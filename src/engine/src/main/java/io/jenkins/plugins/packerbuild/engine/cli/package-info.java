/** The commands; the one place that wires implementations. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.cli;

import org.jspecify.annotations.NullMarked;
