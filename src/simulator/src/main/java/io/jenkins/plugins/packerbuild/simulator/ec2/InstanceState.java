package io.jenkins.plugins.packerbuild.simulator.ec2;

import java.util.Locale;

/** The states of an instance, with AWS's codes. */
enum InstanceState {
    PENDING(0),
    RUNNING(16),
    SHUTTING_DOWN(32),
    TERMINATED(48),
    STOPPING(64),
    STOPPED(80);

    private final int code;

    InstanceState(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is going or has gone for good. */
    boolean isGone() {
        return this == SHUTTING_DOWN || this == TERMINATED;
    }

    void write(Xml xml) {
        xml.text("code", code).text("name", label());
    }
}
