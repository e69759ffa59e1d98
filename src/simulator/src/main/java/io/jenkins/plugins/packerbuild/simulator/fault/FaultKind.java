package io.jenkins.plugins.packerbuild.simulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong with a call. */
public enum FaultKind {
    /** Refused as one call too many: EC2's {@code RequestLimitExceeded}, DigitalOcean's 429 with {@code Retry-After}. */
    THROTTLE,
    /** The service fails: status 500, nothing was done. */
    ERROR,
    /** The connection is closed without an answer, nothing was done. */
    DROP,
    /** The call is carried out, and then the connection is closed without an answer. */
    LOST,
    /** Accepted, but what it began never comes to an end: no instance runs, no image is available. */
    NEVER_READY,
    /** Accepted, and what it began fails: a failed image, an errored action, an instance that terminates itself. */
    FAILED,
    /** The provider has no machine of that size left. */
    CAPACITY,
    /** Refused as not allowed: EC2's {@code UnauthorizedOperation}, DigitalOcean's 403. */
    DENIED;

    /** The name in options, as {@code never-ready}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that name ({@code 5xx} is {@link #ERROR} too); empty if there is none. */
    public static Optional<FaultKind> parse(String name) {
        String wanted = name.equals("5xx") ? ERROR.label() : name;
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(wanted))
                .findFirst();
    }
}
