package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The droplet that is wanted.
 *
 * @param name one that no other build of the run uses
 * @param key the account's SSH key that may log in
 */
record DropletOrder(String name, DigitalOceanOptions.Machine machine, long key) {

    /** The body of the call, with what Packer sends, and the run's tags. */
    Map<String, Object> request(TagNames runTags) {
        DropletOptions droplet = machine.droplet();
        NetworkOptions network = machine.network();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("name", name);
        request.put("region", droplet.region());
        request.put("size", droplet.size());
        request.put("image", imageNumberOrSlug(droplet.image()));
        request.put("ssh_keys", List.of(key));
        request.put("backups", false);
        request.put("ipv6", network.ipv6());
        request.put("private_networking", network.privateNetworking());
        request.put("monitoring", droplet.monitoring());
        droplet.agent().ifPresent(agent -> request.put("with_droplet_agent", agent));
        machine.userData().content().ifPresent(data -> request.put("user_data", data));
        network.vpcUuid().ifPresent(vpc -> request.put("vpc_uuid", vpc));
        List<String> tags = new ArrayList<>(droplet.tags());
        tags.add(runTags.run());
        tags.add(runTags.expires());
        request.put("tags", tags);
        return request;
    }

    private static Object imageNumberOrSlug(String image) {
        return image.matches("\\d{1,18}") ? (Object) Long.valueOf(image) : image;
    }
}
