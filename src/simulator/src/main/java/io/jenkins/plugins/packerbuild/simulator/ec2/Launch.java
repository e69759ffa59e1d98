package io.jenkins.plugins.packerbuild.simulator.ec2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What RunInstances asks for, checked.
 *
 * @param keyName empty for none
 * @param devices the image's block devices with the launch's changes
 * @param profileArn the instance profile, empty for none
 * @param options what is only remembered
 */
record Launch(
        Image image,
        String type,
        String keyName,
        Network network,
        List<Device> devices,
        String profileArn,
        Options options) {

    private static final int MAX_USER_DATA_BYTES = 16 * 1024;

    record Network(Resources.Subnet subnet, List<Resources.SecurityGroup> groups, boolean publicIp) {}

    record Metadata(String endpoint, String tokens, int hopLimit, String instanceTags) {

        void write(Xml xml) {
            xml.text("state", "applied")
                    .text("httpTokens", tokens)
                    .text("httpPutResponseHopLimit", hopLimit)
                    .text("httpEndpoint", endpoint)
                    .text("httpProtocolIpv6", "disabled")
                    .text("instanceMetadataTags", instanceTags);
        }
    }

    record Options(
            String clientToken,
            String userData,
            String tenancy,
            boolean ebsOptimized,
            boolean terminatesOnShutdown,
            Metadata metadata) {}

    String clientToken() {
        return options.clientToken();
    }

    String userData() {
        return options.userData();
    }

    String tenancy() {
        return options.tenancy();
    }

    boolean ebsOptimized() {
        return options.ebsOptimized();
    }

    Metadata metadata() {
        return options.metadata();
    }

    /** @throws Ec2Error for the first value that AWS would refuse */
    static Launch read(Ec2Call call) {
        QueryParameters parameters = call.parameters();
        Region region = call.region();
        Image image = region.image(parameters.required("ImageId"));
        if (!image.state.equals("available")) {
            throw Ec2Error.of("InvalidAMIID.Unavailable", "The image ID '" + image.id + "' is not available");
        }
        String keyName = parameters.text("KeyName").orElse("");
        if (!keyName.isEmpty() && !region.keyPairs.containsKey(keyName)) {
            throw Ec2Error.of("InvalidKeyPair.NotFound", "The key pair '" + keyName + "' does not exist");
        }
        return new Launch(
                image,
                type(parameters, image),
                keyName,
                network(parameters, region),
                Device.merge(image.devices, parameters),
                profileArn(parameters.under("IamInstanceProfile"), call.state().iam),
                options(parameters));
    }

    private static String type(QueryParameters parameters, Image image) {
        String type = parameters.text("InstanceType").orElse("m1.small");
        if (!type.matches(
                "([acdfghimprtuvxz][a-z0-9-]{1,12}|inf\\d|mac\\d)\\.(nano|micro|small|medium|\\d*x?large|metal.*)")) {
            throw Ec2Error.invalidValue(type, "InstanceType");
        }
        String architecture = type.matches("(a1|[a-z]+\\dg[a-z]*)\\..*") ? "arm64" : "x86_64";
        if (!architecture.equals(image.platform.architecture())) {
            throw Ec2Error.of(
                    "InvalidParameterValue",
                    "The architecture '" + architecture + "' of the specified instance type does not match the"
                            + " architecture '" + image.platform.architecture() + "' of the specified AMI. Specify an"
                            + " instance type and an AMI that have matching architectures, and try again.");
        }
        return type;
    }

    private static Network network(QueryParameters parameters, Region region) {
        List<QueryParameters> interfaces = parameters.groups("NetworkInterface");
        if (interfaces.isEmpty()) {
            return network(parameters, region, true);
        }
        boolean twice = parameters.text("SubnetId").isPresent()
                || !parameters.list("SecurityGroupId").isEmpty();
        if (twice) {
            throw Ec2Error.of(
                    "InvalidParameterCombination",
                    "Network interfaces and an instance-level subnet ID or security groups may not be specified on the"
                            + " same request");
        }
        QueryParameters first = interfaces.get(0);
        return network(first, region, first.flag("AssociatePublicIpAddress", true));
    }

    private static Network network(QueryParameters parameters, Region region, boolean publicIp) {
        Optional<String> zone = parameters.text("Placement.AvailabilityZone");
        Resources.Subnet subnet = parameters
                .text("SubnetId")
                .map(region::subnet)
                .orElseGet(() -> region.subnets.stream()
                        .filter(it -> zone.map(it.zone()::equals).orElse(true))
                        .findFirst()
                        .orElseThrow(() -> Ec2Error.of(
                                "InvalidParameterValue", "Invalid availability zone: [" + zone.orElse("") + "]")));
        List<Resources.SecurityGroup> groups = new ArrayList<>();
        parameters.list("SecurityGroupId").forEach(id -> groups.add(region.group(id)));
        parameters
                .list("SecurityGroup")
                .forEach(name -> groups.add(region.groupNamed(name)
                        .orElseThrow(() -> Ec2Error.of(
                                "InvalidGroup.NotFound",
                                "The security group '" + name + "' does not exist in default VPC '" + region.vpc.id()
                                        + "'"))));
        return new Network(subnet, groups.isEmpty() ? List.of(region.defaultGroup) : groups, publicIp);
    }

    private static String profileArn(QueryParameters profile, IamState iam) {
        if (profile.isEmpty()) {
            return "";
        }
        String name = profile.text("Name")
                .orElseGet(() -> profile.text("Arn").orElse("").replaceFirst(".*/", ""));
        if (!iam.profiles.containsKey(name)) {
            throw Ec2Error.of(
                    "InvalidParameterValue",
                    "Value (" + name + ") for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance"
                            + " Profile name");
        }
        return IamState.profileArn(name);
    }

    private static Options options(QueryParameters parameters) {
        QueryParameters metadata = parameters.under("MetadataOptions");
        return new Options(
                parameters.text("ClientToken").orElse(""),
                userData(parameters.text("UserData").orElse("")),
                parameters.text("Placement.Tenancy").orElse("default"),
                parameters.flag("EbsOptimized", false),
                parameters.text("InstanceInitiatedShutdownBehavior").equals(Optional.of("terminate")),
                new Metadata(
                        choice(metadata, "HttpEndpoint", "enabled", "disabled"),
                        choice(metadata, "HttpTokens", "optional", "required"),
                        metadata.number("HttpPutResponseHopLimit", 1),
                        choice(metadata, "InstanceMetadataTags", "disabled", "enabled")));
    }

    private static String choice(QueryParameters parameters, String name, String otherwise, String other) {
        String value = parameters.text(name).orElse(otherwise);
        if (!value.equals(otherwise) && !value.equals(other)) {
            throw Ec2Error.invalidValue(value, "MetadataOptions." + name);
        }
        return value;
    }

    private static String userData(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Ec2Error.of("InvalidUserData.Malformed", "Invalid BASE64 encoding of user data.");
        }
        if (bytes.length > MAX_USER_DATA_BYTES) {
            throw Ec2Error.of("InvalidParameterValue", "User data is limited to 16384 bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What the instance's machine lets in: the key pair's public key, if there is one. */
    List<String> authorizedKeys(Region region) {
        return Optional.ofNullable(region.keyPairs.get(keyName)).map(Resources.KeyPair::publicKey).stream()
                .toList();
    }
}
