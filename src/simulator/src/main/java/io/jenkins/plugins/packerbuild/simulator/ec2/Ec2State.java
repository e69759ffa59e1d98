package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.world.World;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Everything that the one account of this EC2 has, in all regions. Its own monitor guards all of it: whoever reads or
 * changes it holds that.
 */
final class Ec2State {

    static final String ACCOUNT_ID = "123456789012";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    final World world;
    final IamState iam = new IamState();
    private final Map<String, Region> regions = new LinkedHashMap<>();

    Ec2State(World world) {
        this.world = world;
    }

    Region region(String name) {
        return regions.computeIfAbsent(name, Region::new);
    }

    /** The regions that were used. */
    Collection<Region> regions() {
        return regions.values();
    }

    static String newId(String prefix) {
        return prefix + "-0" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
