package io.jenkins.plugins.packerbuild.simulator.machine;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a cloud knows about a machine when it switches it on.
 *
 * @param machineId the cloud's own id, unique in this run, as {@code i-0abc} or {@code droplet-1001}
 * @param authorizedKeys public keys that may log in, as lines of {@code authorized_keys}
 * @param loginPassword the password that also lets a login in; empty if only keys do
 * @param logins the user names that the image has, as {@code ubuntu}, {@code ec2-user}, {@code root}
 * @param disk what the machine finds on its disk when it boots
 * @param userData the user data as text, empty if there is none
 */
public record MachineSpec(
        String machineId,
        List<String> authorizedKeys,
        Optional<String> loginPassword,
        Set<String> logins,
        DiskImage disk,
        String userData) {

    public MachineSpec {
        authorizedKeys = List.copyOf(authorizedKeys);
        logins = Set.copyOf(logins);
    }
}
