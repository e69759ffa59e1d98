package io.jenkins.plugins.packerbuild.engine.builder.amazon;

/**
 * A subnet.
 *
 * @param id as in {@code subnet-1}
 * @param vpcId the network it is in
 * @param availabilityZone as in {@code us-east-1a}
 */
record SubnetInfo(String id, String vpcId, String availabilityZone) {}
