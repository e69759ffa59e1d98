/** Makes snapshots at DigitalOcean: the builder {@code digitalocean}. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import org.jspecify.annotations.NullMarked;
