/** Faults that a cloud can be told to have. */
@NullMarked
package io.jenkins.plugins.packerbuild.simulator.fault;

import org.jspecify.annotations.NullMarked;
