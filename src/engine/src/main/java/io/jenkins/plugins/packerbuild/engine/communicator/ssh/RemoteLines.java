package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

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

    /** From Linux' own list to number, parent, group and session of each process that has not ended. */
    private static final String LIVING = "sed -n '/) Z /!s/^\\([0-9]*\\) (.*) . /\\1 /p'";

    /** Of such a list all of group g, of its session, of those that were found before, and their descendants. */
    private static final String FAMILY = "BEGIN {n=split(old, a, \" \"); for (i=1; i<=n; i++) was[a[i]]=1}"
            + " {up[$1]=$2; if ($1==g||$3==g||$4==g||($1 in was)) hit[$1]=1}"
            + " END {do {n=0; for (i in up) if (!(i in hit)&&(up[i] in hit)) {hit[i]=1; n=1}} while (n);"
            + " for (i in hit) print i}";

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
     * Ends a process group, its session and all descendants: TERM, 5 s, KILL. Goes on as root where it may without a
     * password, because sudo's children belong to root.
     *
     * <p>{@code kill -TERM -123} is the one form that the kill of dash, bash and busybox's ash understand alike; that of
     * procps does not, so the shell's own is taken, also as root.
     *
     * @param group the group's number
     * @param leftover a file to remove afterwards; empty for none
     */
    static String kill(long group, String leftover) {
        String script = "g=" + group + "; p=;"
                + " list() { if [ -r /proc/self/stat ]; then cat /proc/[0-9]*/stat 2>/dev/null | " + LIVING + ";"
                + " else ps -eo pid=,ppid=,pgid=,sid= 2>/dev/null; fi; };"
                + " tree() { list | awk -v g=$g -v old=\"$(echo $p)\" '" + FAMILY + "' 2>/dev/null"
                + " || { kill -0 -$g 2>/dev/null && echo -$g; }; };"
                + " alive() { p=$(tree); [ -n \"$p\" ]; };"
                + " hit() { kill -$1 -$g 2>/dev/null; for i in $p; do kill -$1 $i 2>/dev/null; done; };"
                + " alive; hit TERM; n=0;"
                + " while [ $n -lt 25 ] && alive; do sleep 0.2 2>/dev/null || { sleep 1; n=$((n+4)); }; n=$((n+1)); done;"
                + " if alive; then hit KILL; fi; [ -z \"$1\" ] || rm -f \"$1\"; exit 0";
        String asRoot = "if [ \"$(id -u)\" != 0 ] && sudo -n true 2>/dev/null;"
                + " then exec sudo -n sh -c \"$1\" sh \"$2\"; fi; exec sh -c \"$1\" sh \"$2\"";
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
