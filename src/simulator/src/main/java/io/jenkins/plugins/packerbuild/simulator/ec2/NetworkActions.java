package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.ec2.Resources.Subnet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Regions, zones, the default VPC and its subnets: all of them as shipped. */
final class NetworkActions {

    Map<String, Ec2Action> table() {
        return Map.of(
                "DescribeRegions", NetworkActions::regions,
                "DescribeAvailabilityZones", NetworkActions::zones,
                "DescribeVpcs", NetworkActions::vpcs,
                "DescribeSubnets", NetworkActions::subnets);
    }

    private static void regions(Ec2Call call, Xml xml) {
        List<String> names = call.parameters().list("RegionName");
        names.stream()
                .filter(name -> !Catalogue.REGIONS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Ec2Error.of("InvalidParameterValue", "Invalid region name: '" + name + "'");
                });
        xml.list(
                "regionInfo",
                names.isEmpty() ? Catalogue.REGIONS : names,
                (it, name) -> it.text("regionName", name)
                        .text("regionEndpoint", "ec2." + name + ".amazonaws.com")
                        .text("optInStatus", "opt-in-not-required"));
    }

    private static void zones(Ec2Call call, Xml xml) {
        List<Subnet> found = call.region().subnets.stream()
                .filter(subnet -> call.passes(Map.of("zone-name", List.of(subnet.zone())), ""))
                .toList();
        xml.list(
                "availabilityZoneInfo",
                found,
                (it, subnet) -> it.text("zoneName", subnet.zone())
                        .text("zoneState", "available")
                        .text("regionName", call.region().name));
    }

    private static void vpcs(Ec2Call call, Xml xml) {
        Resources.Vpc vpc = call.region().vpc;
        List<String> ids = call.parameters().list("VpcId");
        ids.stream().filter(id -> !id.equals(vpc.id())).findFirst().ifPresent(id -> {
            throw Ec2Error.of("InvalidVpcID.NotFound", "The vpc ID '" + id + "' does not exist");
        });
        Map<String, List<String>> attributes = Map.of(
                "vpc-id", List.of(vpc.id()),
                "is-default", List.of("true"),
                "isDefault", List.of("true"),
                "cidr", List.of(vpc.cidr()),
                "cidr-block", List.of(vpc.cidr()),
                "state", List.of("available"),
                "owner-id", List.of(Ec2State.ACCOUNT_ID));
        List<Resources.Vpc> found =
                Stream.of(vpc).filter(it -> call.passes(attributes, it.id())).toList();
        xml.list(
                "vpcSet",
                found,
                (it, one) -> it.text("vpcId", one.id())
                        .text("ownerId", Ec2State.ACCOUNT_ID)
                        .text("state", "available")
                        .text("cidrBlock", one.cidr())
                        .text("instanceTenancy", "default")
                        .text("isDefault", true)
                        .tags(call.region().tags.of(one.id())));
    }

    private static void subnets(Ec2Call call, Xml xml) {
        Region region = call.region();
        List<String> ids = call.parameters().list("SubnetId");
        List<Subnet> wanted = ids.isEmpty()
                ? region.subnets
                : ids.stream().map(region::subnet).toList();
        List<Subnet> found = wanted.stream()
                .filter(subnet -> call.passes(attributes(subnet), subnet.id()))
                .toList();
        xml.list(
                "subnetSet",
                found,
                (it, subnet) -> it.text("subnetId", subnet.id())
                        .text("state", "available")
                        .text("vpcId", subnet.vpcId())
                        .text("cidrBlock", subnet.cidr())
                        .text("availableIpAddressCount", 4091)
                        .text("availabilityZone", subnet.zone())
                        .text("defaultForAz", true)
                        .text("mapPublicIpOnLaunch", true)
                        .text("ownerId", Ec2State.ACCOUNT_ID)
                        .tags(region.tags.of(subnet.id())));
    }

    private static Map<String, List<String>> attributes(Subnet subnet) {
        return Map.of(
                "subnet-id", List.of(subnet.id()),
                "vpc-id", List.of(subnet.vpcId()),
                "availability-zone", List.of(subnet.zone()),
                "availabilityZone", List.of(subnet.zone()),
                "default-for-az", List.of("true"),
                "defaultForAz", List.of("true"),
                "state", List.of("available"),
                "cidr-block", List.of(subnet.cidr()),
                "owner-id", List.of(Ec2State.ACCOUNT_ID));
    }
}
