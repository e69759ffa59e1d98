package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The calls that this builder makes to EC2 (and the one to STS), in one region, as one account. Every call tries again by
 * itself what is worth another try, and gives up when its cancellation is cancelled. Safe for use by several threads.
 *
 * <p>Every method throws {@link io.jenkins.plugins.packerbuild.engine.problem.ProviderException} when EC2 refuses, and
 * {@link io.jenkins.plugins.packerbuild.engine.time.CancelledException} when cancelled between two tries. Finders return
 * an empty list for what is not there.
 */
interface Ec2 {

    /** The account's number, from {@code GetCallerIdentity}. */
    String account();

    /** The names of the regions that the account may use. */
    Set<String> regions();

    /** Images; owners may be empty. */
    List<ImageInfo> images(Filters filters, List<String> owners);

    /** Machines, also those that were terminated a while ago. */
    List<InstanceInfo> instances(Filters filters);

    /** Whether it is the one that EC2 takes when nobody names one. */
    boolean isDefaultVpc(String vpcId);

    /** Subnets. */
    List<SubnetInfo> subnets(Filters filters);

    /** Ids of security groups. */
    List<GroupId> securityGroups(Filters filters);

    /** Volumes. */
    List<VolumeInfo> volumes(Filters filters);

    /** Ids of the account's own snapshots. */
    List<SnapshotId> snapshots(Filters filters);

    /** Makes an RSA key pair; the private key in PEM form, which nobody can ask for again. */
    Secret createKeyPair(String name, Map<String, String> tags);

    /** Names of key pairs. */
    List<String> keyPairs(Filters filters);

    /** Deletes a key pair; one that does not exist is no failure. */
    void deleteKeyPair(String name);

    /** Makes a security group. */
    GroupId createSecurityGroup(NewGroup group);

    /** Lets TCP in. */
    void authorizeIngress(GroupId group, int port, List<String> cidrs);

    /** Deletes a security group. */
    void deleteSecurityGroup(GroupId group);

    /** Starts one machine. The same client token never starts two. */
    InstanceInfo runInstance(LaunchRequest request);

    /** Switches the enhanced networking of a stopped machine. */
    void setEnaSupport(InstanceId instance, boolean enabled);

    /** Begins to stop a machine. */
    void stopInstance(InstanceId instance);

    /** Begins to terminate a machine. */
    void terminateInstance(InstanceId instance);

    /** Deletes a volume. */
    void deleteVolume(VolumeId volume);

    /** Begins to make an image of a machine. */
    AmiId createImage(NewImage image);

    /** Sets a description. */
    void describeImage(AmiId image, String description);

    /** Lets accounts and groups launch an image. */
    void shareImage(AmiId image, Sharing with);

    /** Lets accounts and groups make volumes of a snapshot. */
    void shareSnapshot(SnapshotId snapshot, Sharing with);

    /** Takes an image out of the catalogue; its snapshots stay. */
    void deregisterImage(AmiId image);

    /** Deletes a snapshot. */
    void deleteSnapshot(SnapshotId snapshot);

    /** Adds or overwrites tags of anything, by id. */
    void createTags(List<String> ids, Map<String, String> tags);

    /** Removes tags of anything, by id. */
    void deleteTags(List<String> ids, Set<String> keys);
}
