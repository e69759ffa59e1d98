package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.ec2.Resources.Permission;
import io.jenkins.plugins.packerbuild.simulator.ec2.Resources.SecurityGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Security groups. */
final class SecurityGroupActions {

    Map<String, Ec2Action> table() {
        return Map.of(
                "CreateSecurityGroup", SecurityGroupActions::create,
                "DescribeSecurityGroups", SecurityGroupActions::describe,
                "AuthorizeSecurityGroupIngress", SecurityGroupActions::authorize,
                "DeleteSecurityGroup", SecurityGroupActions::delete);
    }

    private static void create(Ec2Call call, Xml xml) {
        QueryParameters parameters = call.parameters();
        Region region = call.region();
        String name = parameters.required("GroupName");
        String vpc = parameters.text("VpcId").orElse(region.vpc.id());
        if (!vpc.equals(region.vpc.id())) {
            throw Ec2Error.of("InvalidVpcID.NotFound", "The vpc ID '" + vpc + "' does not exist");
        }
        region.groupNamed(name).ifPresent(group -> {
            throw Ec2Error.of(
                    "InvalidGroup.Duplicate", "The security group '" + name + "' already exists for VPC '" + vpc + "'");
        });
        SecurityGroup group =
                new SecurityGroup(Ec2State.newId("sg"), name, parameters.required("GroupDescription"), vpc);
        region.groups.put(group.id, group);
        region.tags.put(group.id, parameters.tagsFor("security-group"));
        xml.text("return", true).text("groupId", group.id).tags(region.tags.of(group.id));
    }

    private static void describe(Ec2Call call, Xml xml) {
        Region region = call.region();
        List<String> ids = call.parameters().list("GroupId");
        List<String> names = call.parameters().list("GroupName");
        List<SecurityGroup> wanted = ids.isEmpty()
                ? List.copyOf(region.groups.values())
                : ids.stream().map(region::group).toList();
        List<SecurityGroup> found = wanted.stream()
                .filter(group -> names.isEmpty() || names.contains(group.name))
                .filter(group -> call.passes(attributes(group), group.id))
                .toList();
        xml.list(
                "securityGroupInfo",
                found,
                (it, group) -> it.text("ownerId", Ec2State.ACCOUNT_ID)
                        .text("groupId", group.id)
                        .text("groupName", group.name)
                        .text("groupDescription", group.description)
                        .text("vpcId", group.vpcId)
                        .list("ipPermissions", group.ingress, SecurityGroupActions::write)
                        .tags(region.tags.of(group.id)));
    }

    private static Map<String, List<String>> attributes(SecurityGroup group) {
        return Map.of(
                "group-id", List.of(group.id),
                "group-name", List.of(group.name),
                "description", List.of(group.description),
                "vpc-id", List.of(group.vpcId),
                "owner-id", List.of(Ec2State.ACCOUNT_ID));
    }

    private static void write(Xml xml, Permission permission) {
        xml.text("ipProtocol", permission.protocol())
                .text("fromPort", permission.from())
                .text("toPort", permission.to())
                .list("ipRanges", List.of(permission.cidr()), (it, cidr) -> it.text("cidrIp", cidr));
    }

    private static void authorize(Ec2Call call, Xml xml) {
        QueryParameters parameters = call.parameters();
        SecurityGroup group = call.region().group(parameters.required("GroupId"));
        List<Permission> wanted = new ArrayList<>();
        parameters.groups("IpPermissions").forEach(permission -> wanted.addAll(permissions(permission)));
        if (parameters.text("CidrIp").isPresent()) {
            wanted.add(permission(parameters, parameters.required("CidrIp")));
        }
        if (wanted.isEmpty()) {
            throw Ec2Error.missing("ipPermissions");
        }
        wanted.stream().filter(group.ingress::contains).findFirst().ifPresent(permission -> {
            throw Ec2Error.of(
                    "InvalidPermission.Duplicate",
                    "the specified rule \"peer: " + permission.cidr() + ", TCP, from port: " + permission.from()
                            + ", to port: " + permission.to() + ", ALLOW\" already exists");
        });
        group.ingress.addAll(wanted);
        xml.text("return", true);
    }

    private static List<Permission> permissions(QueryParameters parameters) {
        List<Permission> permissions = new ArrayList<>();
        parameters
                .groups("IpRanges")
                .forEach(range -> permissions.add(permission(parameters, range.required("CidrIp"))));
        parameters
                .groups("Ipv6Ranges")
                .forEach(range -> permissions.add(permission(parameters, range.required("CidrIpv6"))));
        return permissions;
    }

    private static Permission permission(QueryParameters parameters, String cidr) {
        if (!cidr.matches("[0-9a-fA-F.:]+/\\d{1,3}")) {
            throw Ec2Error.of("InvalidParameterValue", "CIDR block " + cidr + " is malformed");
        }
        return new Permission(
                parameters.required("IpProtocol"),
                parameters.number("FromPort", 0),
                parameters.number("ToPort", 0),
                cidr);
    }

    private static void delete(Ec2Call call, Xml xml) {
        Region region = call.region();
        SecurityGroup group = call.parameters()
                .text("GroupId")
                .map(region::group)
                .or(() -> call.parameters().text("GroupName").flatMap(region::groupNamed))
                .orElseThrow(() -> Ec2Error.of("InvalidGroup.NotFound", "The security group does not exist"));
        if (group == region.defaultGroup) {
            throw Ec2Error.of(
                    "CannotDelete",
                    "the specified group: \"" + group.id + "\" name: \"default\" cannot be" + " deleted by a user");
        }
        boolean used = region.instances.values().stream()
                .filter(instance -> instance.state != InstanceState.TERMINATED)
                .anyMatch(instance -> instance.groupIds().contains(group.id));
        if (used) {
            throw Ec2Error.of("DependencyViolation", "resource " + group.id + " has a dependent object");
        }
        region.groups.remove(group.id);
        region.tags.forget(group.id);
        xml.text("return", true).text("groupId", group.id);
    }
}
