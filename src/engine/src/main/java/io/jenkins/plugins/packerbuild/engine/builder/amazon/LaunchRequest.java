package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A machine to be started.
 *
 * @param source the image it starts from
 * @param clientToken makes a second try harmless
 * @param machine what it is like
 * @param network where it is
 * @param keyName of the key pair that may log in; empty for none
 * @param devices that differ from the image's
 * @param tags from the first moment on
 */
record LaunchRequest(
        AmiId source,
        String clientToken,
        Machine machine,
        Network network,
        Optional<String> keyName,
        List<BlockDevice> devices,
        Tags tags) {

    /**
     * What it is like.
     *
     * @param type as in {@code t3.micro}
     * @param ebsOptimized whether it has bandwidth of its own for volumes
     * @param instanceProfile the name of an IAM instance profile; empty for none
     * @param shutdownBehavior {@code stop} or {@code terminate}
     * @param userData in base64; empty for none
     * @param metadata options of the metadata service; empty for the account's own
     */
    record Machine(
            String type,
            boolean ebsOptimized,
            Optional<String> instanceProfile,
            String shutdownBehavior,
            Optional<Secret> userData,
            Optional<MetadataOptions> metadata) {}

    /**
     * Where it is.
     *
     * @param subnetId empty for the default one
     * @param availabilityZone empty for any
     * @param groups security groups
     * @param publicAddress whether it gets a public address; empty for the subnet's own way
     */
    record Network(
            Optional<String> subnetId,
            Optional<String> availabilityZone,
            List<GroupId> groups,
            Optional<Boolean> publicAddress) {}

    /**
     * Tags from the first moment on.
     *
     * @param instance of the machine
     * @param volumes of its volumes
     */
    record Tags(Map<String, String> instance, Map<String, String> volumes) {}
}
