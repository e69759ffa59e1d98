package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ssh_interface}: by which of its addresses a machine is reached. */
enum AddressChoice {
    /** Public, else private address inside of a VPC; else the public name. */
    BEST {
        @Override
        String of(InstanceInfo.Addresses addresses) {
            if (addresses.vpcId().isEmpty()) {
                return addresses.publicDns();
            }
            return addresses.publicIp().isEmpty() ? addresses.privateIp() : addresses.publicIp();
        }
    },
    PUBLIC_IP {
        @Override
        String of(InstanceInfo.Addresses addresses) {
            return addresses.publicIp();
        }
    },
    PRIVATE_IP {
        @Override
        String of(InstanceInfo.Addresses addresses) {
            return addresses.privateIp();
        }
    },
    PUBLIC_DNS {
        @Override
        String of(InstanceInfo.Addresses addresses) {
            return addresses.publicDns();
        }
    },
    PRIVATE_DNS {
        @Override
        String of(InstanceInfo.Addresses addresses) {
            return addresses.privateDns();
        }
    };

    private static final String KEY = "ssh_interface";

    /** The address; empty while the machine has none of that kind. */
    abstract String of(InstanceInfo.Addresses addresses);

    static AddressChoice read(Options options) {
        Optional<String> text = options.text(KEY);
        if (text.isEmpty()) {
            return BEST;
        }
        List<AddressChoice> all = List.of(PUBLIC_IP, PRIVATE_IP, PUBLIC_DNS, PRIVATE_DNS);
        Optional<AddressChoice> choice = all.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text.get()))
                .findFirst();
        if (choice.isEmpty()) {
            boolean known = Arrays.asList("session_manager", "ipv6").contains(text.get());
            options.problem(
                    KEY,
                    known
                            ? "ssh_interface '" + text.get() + "' is not there yet."
                            : "Unknown interface type: " + text.get() + ".",
                    "Use 'public_ip', 'private_ip', 'public_dns' or 'private_dns'.");
        }
        return choice.orElse(BEST);
    }
}
