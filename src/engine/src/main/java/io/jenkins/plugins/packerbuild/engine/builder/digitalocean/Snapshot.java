package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

/**
 * A snapshot as the API shows it.
 *
 * @param dropletId of which it was taken; 0 where the API does not say
 */
record Snapshot(long id, String name, long dropletId) {}
