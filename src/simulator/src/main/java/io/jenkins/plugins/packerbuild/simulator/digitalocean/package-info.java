/** A simulated DigitalOcean, API version 2. */
@NullMarked
package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import org.jspecify.annotations.NullMarked;
