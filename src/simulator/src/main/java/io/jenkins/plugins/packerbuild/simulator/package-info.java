/** Simulated EC2, DigitalOcean and SSH machines on loopback, for tests, the demo and benchmarks. */
@NullMarked
package io.jenkins.plugins.packerbuild.simulator;

import org.jspecify.annotations.NullMarked;
