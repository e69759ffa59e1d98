package io.jenkins.plugins.packerbuild.engine.builder.amazon;

/**
 * A volume.
 *
 * @param id its id
 * @param available whether no machine holds it
 */
record VolumeInfo(VolumeId id, boolean available) {}
