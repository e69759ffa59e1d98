package io.jenkins.plugins.packerbuild.engine.template.fix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The network and the disk of {@code vsphere-iso}, which can have several. */
final class VsphereFixes {

    private VsphereFixes() {}

    static void adapters(Fields builder) {
        Map<String, String> network = new LinkedHashMap<>();
        network.put("network", "network");
        network.put("networkCard", "network_card");
        network.put("network_card", "network_card");
        gather(builder, network, "network_adapters");
        Map<String, String> disk = new LinkedHashMap<>();
        disk.put("disk_size", "disk_size");
        disk.put("disk_thin_provisioned", "disk_thin_provisioned");
        disk.put("disk_eagerly_scrub", "disk_eagerly_scrub");
        gather(builder, disk, "storage");
    }

    /** What stands under the old names becomes the first of a list. */
    private static void gather(Fields builder, Map<String, String> names, String listKey) {
        Map<String, Object> first = new LinkedHashMap<>();
        names.forEach((old, today) -> {
            builder.value(old).ifPresent(value -> first.put(today, value));
            builder.remove(old);
        });
        if (!first.isEmpty()) {
            List<Object> all = new ArrayList<>(List.of(first));
            builder.value(listKey)
                    .ifPresent(there -> all.addAll(TemplateParts.asList(there).orElse(List.of(there))));
            builder.put(listKey, all);
        }
    }
}
