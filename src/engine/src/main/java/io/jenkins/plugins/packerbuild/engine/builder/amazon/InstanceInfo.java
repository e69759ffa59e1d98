package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.util.List;

/**
 * A machine as EC2 describes it.
 *
 * @param id its id
 * @param state how far it is
 * @param stateReason why it is so, in EC2's words; may be empty
 * @param addresses how it is reached
 * @param rootDeviceType {@code ebs} or {@code instance-store}
 * @param keptVolumes those that do not vanish with it
 */
record InstanceInfo(
        InstanceId id,
        State state,
        String stateReason,
        Addresses addresses,
        String rootDeviceType,
        List<VolumeId> keptVolumes) {

    /** Copies its list. */
    InstanceInfo {
        keptVolumes = List.copyOf(keptVolumes);
    }

    /** How far it is. */
    enum State {
        /** On its way up. */
        PENDING,
        /** Up. */
        RUNNING,
        /** On its way down. */
        STOPPING,
        /** Down. */
        STOPPED,
        /** On its way out. */
        SHUTTING_DOWN,
        /** Gone. */
        TERMINATED
    }

    /**
     * How it is reached; what it does not have is empty.
     *
     * @param vpcId the network it is in
     * @param publicIp reached from everywhere
     * @param privateIp reached from inside
     * @param publicDns the public address by name
     * @param privateDns the private address by name
     */
    record Addresses(String vpcId, String publicIp, String privateIp, String publicDns, String privateDns) {}
}
