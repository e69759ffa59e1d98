package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.Optional;

/**
 * How the droplet is connected.
 *
 * @param vpcUuid {@code vpc_uuid}; empty for the region's default network
 * @param connectWithPrivateIp {@code connect_with_private_ip}
 */
record NetworkOptions(boolean ipv6, boolean privateNetworking, Optional<String> vpcUuid, boolean connectWithPrivateIp) {

    static NetworkOptions read(Options options) {
        NetworkOptions network = new NetworkOptions(
                options.flag("ipv6", false),
                options.flag("private_networking", false),
                options.text("vpc_uuid"),
                options.flag("connect_with_private_ip", false));
        if (!network.privateNetworking() && network.vpcUuid().isPresent()) {
            needsPrivateNetworking(options, "vpc_uuid");
        }
        if (!network.privateNetworking() && network.connectWithPrivateIp()) {
            needsPrivateNetworking(options, "connect_with_private_ip");
        }
        return network;
    }

    /** The type of the address by which the droplet is reached. */
    String addressType() {
        return connectWithPrivateIp ? "private" : "public";
    }

    private static void needsPrivateNetworking(Options options, String key) {
        options.problem(
                key, "private networking should be enabled to use " + key + ".", "Set 'private_networking' to true.");
    }
}
