package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

/**
 * The snapshot of a build, before the build has ended well.
 *
 * @param owned until then it may have to go
 */
record FinishedSnapshot(long id, String name, Owned owned) {}
