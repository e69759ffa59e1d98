package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.event.Resource;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a build makes in an account, with the command that takes it away. */
enum ResourceKind {
    /** Known by its name, which is its mark and its id. */
    KEY_PAIR(
            "key-pair",
            "delete-key-pair --key-name",
            "describe-key-pairs --filters Name=key-name,Values=MARK Name=tag:packer-build:build,Values=BUILD"
                    + " --query KeyPairs[].KeyName"),
    /** Marked by its name. */
    SECURITY_GROUP(
            "security-group",
            "delete-security-group --group-id",
            "describe-security-groups --filters Name=group-name,Values=MARK --query SecurityGroups[].GroupId"),
    /** Volumes that do not vanish with the machine, ids joined by commas; marked by the run's id. */
    VOLUMES(
            "volume",
            "delete-volume --volume-id",
            "describe-volumes --filters Name=tag:packer-build:run,Values=MARK Name=tag:packer-build:build,Values=BUILD"
                    + " --query Volumes[].VolumeId"),
    /** Marked by its client token. */
    INSTANCE(
            "instance",
            "terminate-instances --instance-ids",
            "describe-instances --filters Name=client-token,Values=MARK"
                    + " --query Reservations[].Instances[].InstanceId"),
    /** Marked by its name. */
    IMAGE(
            "image",
            "deregister-image --delete-associated-snapshots --image-id",
            "describe-images --owners self --filters Name=name,Values=MARK --query Images[].ImageId");

    private final String word;
    private final String removal;
    private final String search;

    ResourceKind(String word, String removal, String search) {
        this.word = word;
        this.removal = removal;
        this.search = search;
    }

    /** As the ledger writes it. */
    String word() {
        return word;
    }

    /** As the ledger writes it; empty for what is not ours. */
    static Optional<ResourceKind> parse(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** What an administrator types to remove it; finds it by its mark when its id never arrived. */
    String command(Resource resource, String id) {
        String where = " --region " + resource.place().region()
                + (resource.place().endpoint().isEmpty()
                        ? ""
                        : " --endpoint-url " + resource.place().endpoint());
        String known = this == KEY_PAIR && isCertain(resource, id) ? quoted(resource.mark()) : id;
        if (!known.isEmpty()) {
            return Arrays.stream(known.split(","))
                    .map(one -> "aws ec2 " + removal + " " + one + where)
                    .collect(Collectors.joining(" && "));
        }
        String found = search.replace("MARK", quoted(resource.mark())).replace("BUILD", quoted(resource.builder()));
        return "aws ec2 " + removal + " $(aws ec2 " + found + " --output text" + where + ")" + where;
    }

    private static boolean isCertain(Resource resource, String id) {
        return !id.isEmpty() || Site.isUniqueName(resource.mark());
    }

    private static String quoted(String mark) {
        return mark.matches("[A-Za-z0-9._/-]+") ? mark : "'" + mark.replace("'", "'\\''") + "'";
    }
}
