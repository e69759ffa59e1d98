package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keys that a component once had, with what is written in their place. Those that {@code fix} rewrites say so. Immutable.
 *
 * @param today what to write, by the old key; {@code %s} is the old value
 * @param deprecated whether Packer itself still knows them for such a component
 */
record RetiredKeys(Map<String, String> today, boolean deprecated) {

    /** None at all. */
    static final RetiredKeys NONE = new RetiredKeys(Map.of(), false);

    private static final String OF_VIRTUAL_MACHINES =
            "Remove it: it belongs to builders of virtual machines on this computer.";

    private static final Map<String, String> OF_BUILDERS = Map.of(
            "ssh_key_path", "\"ssh_private_key_file\": %s",
            "ssh_disable_agent", "\"ssh_disable_agent_forwarding\": %s",
            "ssh_host_port_min", "",
            "ssh_host_port_max", "",
            "ssh_skip_nat_mapping", "",
            "iso_md5", "",
            "iso_checksum_url", "",
            "iso_checksum_type", "");

    private static final Map<String, String> OF_AMAZON = Map.of(
            "shutdown_behaviour", "\"shutdown_behavior\": %s",
            "enhanced_networking", "\"ena_support\": %s",
            "ssh_private_ip", "\"ssh_interface\": \"private_ip\"",
            "temporary_security_group_source_cidr", "\"temporary_security_group_source_cidrs\": [%s]");

    /** Copies the map. */
    RetiredKeys {
        today = Map.copyOf(today);
    }

    /** Those of a component's type. */
    static RetiredKeys of(Component.Kind kind, String type) {
        if (kind != Component.Kind.BUILDER) {
            return NONE;
        }
        if (type.startsWith("amazon-")) {
            Map<String, String> all = new HashMap<>(OF_BUILDERS);
            all.putAll(OF_AMAZON);
            return new RetiredKeys(all, true);
        }
        return new RetiredKeys(OF_BUILDERS, type.equals("null"));
    }

    /** What there is to say of a key that the component does not know; empty when it never had it either. */
    Optional<Problem> problem(JsonValue.Member member, String owner) {
        String instead = today.get(member.key());
        if (instead == null) {
            return Optional.empty();
        }
        String words = deprecated
                ? "Deprecated configuration key: '" + member.key() + "' in " + owner + "."
                : "Unknown configuration key: '\"" + member.key() + "\"' in " + owner + ".";
        String cure = instead.isEmpty()
                ? OF_VIRTUAL_MACHINES
                : "Write " + instead(instead, member) + ". 'packer-build fix' does it.";
        return Optional.of(new Problem(words, cure, member.keyPosition()));
    }

    private static String instead(String text, JsonValue.Member member) {
        JsonValue value = member.value();
        boolean no = value instanceof JsonValue.Flag flag && !flag.value()
                || value instanceof JsonValue.Text said && said.value().equals("false");
        return text.replace("private_ip", no ? "public_ip" : "private_ip").replace("%s", shown(value));
    }

    private static String shown(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return "\"" + text.value() + "\"";
        }
        if (value instanceof JsonValue.Flag flag) {
            return Boolean.toString(flag.value());
        }
        return value instanceof JsonValue.Number number ? number.literal() : "…";
    }
}
