package io.jenkins.plugins.packerbuild.engine.cli;

import java.util.List;

/** The options that Packer does not have, in one place: none may ever mean something else there. */
final class OwnOptions {

    static final String SESSION = "-session";
    static final String FAIL_FAST = "-fail-fast";
    static final String ARCHIVE = "-archive";

    static final List<String> NAMES = List.of(SESSION, FAIL_FAST, ARCHIVE);

    private OwnOptions() {}
}
