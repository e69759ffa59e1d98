package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the machine is.
 *
 * @param vpcId {@code vpc_id}
 * @param subnetId {@code subnet_id}
 * @param availabilityZone {@code availability_zone}
 * @param publicAddress {@code associate_public_ip_address}
 * @param groups {@code security_group_id} or {@code security_group_ids}; empty for a temporary one
 * @param sourceCidrs who may reach the temporary one
 */
record NetworkOptions(
        Optional<String> vpcId,
        Optional<String> subnetId,
        Optional<String> availabilityZone,
        Optional<Boolean> publicAddress,
        List<GroupId> groups,
        List<String> sourceCidrs) {

    private static final Pattern CIDR = Pattern.compile(
            "(\\d{1,3}(\\.\\d{1,3}){3}/([0-9]|[12][0-9]|3[0-2]))|([0-9a-fA-F:.]*:[0-9a-fA-F:.]*/\\d{1,3})");

    static NetworkOptions read(Options options) {
        options.notYet(
                "vpc_filter", "subnet_filter", "security_group_filter", "temporary_security_group_source_public_ip");
        return new NetworkOptions(
                options.text("vpc_id"),
                options.text("subnet_id"),
                options.text("availability_zone"),
                options.flag("associate_public_ip_address"),
                groups(options),
                sourceCidrs(options));
    }

    private static List<GroupId> groups(Options options) {
        List<String> several = options.list("security_group_ids");
        Optional<String> one = options.text("security_group_id");
        if (one.isPresent() && !several.isEmpty()) {
            options.problem(
                    "security_group_id",
                    "Only one of security_group_id or security_group_ids can be specified.",
                    "Keep `security_group_ids`.");
        }
        List<GroupId> groups = new ArrayList<>();
        one.ifPresent(id -> groups.add(new GroupId(id)));
        several.stream().filter(id -> !id.isEmpty()).forEach(id -> groups.add(new GroupId(id)));
        return List.copyOf(groups);
    }

    private static List<String> sourceCidrs(Options options) {
        String key = "temporary_security_group_source_cidrs";
        List<String> cidrs = options.list(key);
        cidrs.stream()
                .filter(cidr -> !CIDR.matcher(cidr).matches())
                .forEach(cidr -> options.problem(
                        key,
                        "Error parsing CIDR in temporary_security_group_source_cidrs: invalid CIDR address: " + cidr
                                + ".",
                        "Write an address and a prefix length, as in '203.0.113.0/24'."));
        return cidrs.isEmpty() ? List.of("0.0.0.0/0") : cidrs;
    }
}
