package io.jenkins.plugins.packerbuild.simulator.account;

import java.util.Arrays;
import java.util.Optional;

/** The simulated services, by the names that options and the account of calls use. */
public enum Service {
    EC2("ec2"),
    STS("sts"),
    IAM("iam"),
    DIGITALOCEAN("digitalocean");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    /** The name in options and output, as {@code ec2}. */
    public String label() {
        return label;
    }

    /** The service of that name ({@code do} is DigitalOcean too); empty if there is none. */
    public static Optional<Service> parse(String name) {
        String wanted = name.equals("do") ? DIGITALOCEAN.label : name;
        return Arrays.stream(values())
                .filter(service -> service.label.equals(wanted))
                .findFirst();
    }
}
