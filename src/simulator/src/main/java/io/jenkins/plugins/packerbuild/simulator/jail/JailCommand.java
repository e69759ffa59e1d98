package io.jenkins.plugins.packerbuild.simulator.jail;

import java.util.Map;
import java.util.Optional;

/**
 * One command as a login gives it.
 *
 * @param line what {@code /bin/sh -c} is to run; empty for a login shell
 * @param login who runs it, as {@code ubuntu}
 * @param environment variables that the client wants set, beside those of the login
 * @param terminal the terminal it runs on; empty for none
 */
public record JailCommand(
        Optional<String> line, String login, Map<String, String> environment, Optional<Terminal> terminal) {

    public JailCommand {
        environment = Map.copyOf(environment);
    }

    /** A command without terminal and variables. */
    public static JailCommand of(String login, String line) {
        return new JailCommand(Optional.of(line), login, Map.of(), Optional.empty());
    }

    /** The login's home directory inside the machine. */
    public static String homeOf(String login) {
        return login.equals("root") ? "/root" : "/home/" + login;
    }
}
