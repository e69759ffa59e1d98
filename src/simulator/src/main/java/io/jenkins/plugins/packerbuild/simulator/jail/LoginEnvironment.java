package io.jenkins.plugins.packerbuild.simulator.jail;

import java.util.HashMap;
import java.util.Map;

/** The variables that a login starts with. */
final class LoginEnvironment {

    static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private LoginEnvironment() {}

    static Map<String, String> of(JailCommand command) {
        Map<String, String> variables = new HashMap<>(command.environment());
        variables.put("HOME", JailCommand.homeOf(command.login()));
        variables.put("USER", command.login());
        variables.put("LOGNAME", command.login());
        variables.put("SHELL", "/bin/sh");
        variables.put("PATH", PATH);
        command.terminal().ifPresent(terminal -> variables.put("TERM", terminal.type()));
        return variables;
    }
}
