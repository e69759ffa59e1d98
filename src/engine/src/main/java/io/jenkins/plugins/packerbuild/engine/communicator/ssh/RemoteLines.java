package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.communicator.ProcessFamily;
import io.jenkins.plugins.packerbuild.engine.communicator.RemoteScript;

/**
 * The command lines that machines are sent. Each starts by telling its process group in a marked line of standard error,
 * so that it can be ended later. POSIX {@code sh} is needed, {@code setsid -w} is taken where it is to be had.
 *
 * @param mark a random word, different for each connection
 * @param pty whether the commands get a pseudo-terminal
 */
record RemoteLines(String mark, boolean pty) {

    /** A sub-shell of its own group, because the login shell may stand in somebody else's. */
    private static final String OWN_GROUP =
            "if setsid -w true </dev/null 2>/dev/null; then exec setsid -w sh -c \"$1\"; fi;" + " exec sh -c \"$1\"";

    private static final String LOGIN_SHELL = "\"${SHELL:-/bin/sh}\" -c ";

    /** In single quotes, safe for every POSIX shell. */
    static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Quoted but for a leading {@code ~/}, which the shell expands. */
    static String quotePath(String path) {
        return path.startsWith("~/") ? "~/" + quote(path.substring(2)) : quote(path);
    }

    /** For a command that reads nothing. */
    String command(String line) {
        return wrap(tellGroup() + tell("begin") + LOGIN_SHELL + quote(line) + " </dev/null; exit $?");
    }

    /** For a script whose bytes come on standard input. */
    String script(RemoteScript script) {
        String file = quotePath(script.remotePath());
        String take = pty ? "head -c " + script.content().length : "cat";
        String upload = "{ ( umask 077; " + take + " >" + file + " ) && [ $(wc -c <" + file + ") -eq "
                + script.content().length + " ] && chmod 0755 " + file + "; }"
                + " || { rm -f " + file + "; " + tell("upload") + "exit 125; }; ";
        String restore = pty ? "stty sane -echo 2>/dev/null; " : "";
        String line = script.commandLine().apply(script.remotePath());
        String run = "( exec " + LOGIN_SHELL + quote(line) + " ) </dev/null; rc=$?; ";
        String remove = script.keep() ? "" : "rm -f " + file + " || { " + tell("left") + "}; ";
        return wrap(tellGroup() + upload + restore + tell("begin") + run + remove + "exit $rc");
    }

    /** For a file whose bytes come on standard input; never with a pseudo-terminal. */
    static String receive(String destination, String mode) {
        String file = quotePath(destination);
        return "exec sh -c " + quote("( umask 077; cat >" + file + " ) && chmod " + mode + " " + file);
    }

    /**
     * Ends a process group, its session and all descendants. Goes on as root where it may without a password, because
     * sudo's children belong to root.
     *
     * @param group the group's number
     * @param leftover a file to remove afterwards; empty for none
     */
    static String kill(long group, String leftover) {
        String asRoot = "if [ \"$(id -u)\" != 0 ] && sudo -n true 2>/dev/null;"
                + " then exec sudo -n sh -c \"$1\" sh \"$2\"; fi; exec sh -c \"$1\" sh \"$2\"";
        String script = ProcessFamily.endingScript(group);
        return "exec sh -c " + quote(asRoot) + " sh " + quote(script) + " " + quotePath(leftover);
    }

    private String tellGroup() {
        return "echo \"" + mark + " group $$\" >&2; ";
    }

    private String tell(String what) {
        return "echo '" + mark + " " + what + "' >&2; ";
    }

    private String wrap(String inner) {
        return pty ? "exec sh -c " + quote(inner) : "exec sh -c " + quote(OWN_GROUP) + " sh " + quote(inner);
    }
}
