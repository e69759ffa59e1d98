package io.jenkins.plugins.packerbuild.engine.communicator;

/** How a command and everything that it has started is ended, here or on a machine, where there is a POSIX {@code sh}. */
public final class ProcessFamily {

    /** From Linux' own list to number, parent, group and session of each process that has not ended. */
    private static final String LIVING = "sed -n '/) Z /!s/^\\([0-9]*\\) (.*) . /\\1 /p'";

    /** Of such a list all of group g, of its session, of those that were found before, and their descendants. */
    private static final String FAMILY = "BEGIN {n=split(old, a, \" \"); for (i=1; i<=n; i++) was[a[i]]=1}"
            + " {up[$1]=$2; if ($1==g||$3==g||$4==g||($1 in was)) hit[$1]=1}"
            + " END {do {n=0; for (i in up) if (!(i in hit)&&(up[i] in hit)) {hit[i]=1; n=1}} while (n);"
            + " for (i in hit) print i}";

    private ProcessFamily() {}

    /**
     * The script that ends a process, its group, its session and all descendants: TERM, 5 s, KILL. Its first argument is a
     * file to remove afterwards, empty for none. Its exit status is 0 when nothing of them is left.
     *
     * <p>{@code kill -TERM -123} is the one form that the kill of dash, bash and busybox's ash understand alike; that of
     * procps does not, so the shell's own is taken.
     *
     * @param leader the number of the process, and of its group where it leads one
     */
    public static String endingScript(long leader) {
        return "g=" + leader + "; p=;"
                + " list() { if [ -r /proc/self/stat ]; then cat /proc/[0-9]*/stat 2>/dev/null | " + LIVING + ";"
                + " else ps -eo pid=,ppid=,pgid=,sid= 2>/dev/null; fi; };"
                + " tree() { list | awk -v g=$g -v old=\"$(echo $p)\" '" + FAMILY + "' 2>/dev/null"
                + " || { kill -0 -$g 2>/dev/null && echo -$g; }; };"
                + " alive() { p=$(tree); [ -n \"$p\" ]; };"
                + " hit() { kill -$1 -$g 2>/dev/null; for i in $p; do kill -$1 $i 2>/dev/null; done; };"
                + " alive; hit TERM; n=0;"
                + " while [ $n -lt 25 ] && alive; do sleep 0.2 2>/dev/null || { sleep 1; n=$((n+4)); }; n=$((n+1)); done;"
                + " if alive; then hit KILL; sleep 0.2 2>/dev/null; fi; [ -z \"$1\" ] || rm -f \"$1\"; ! alive";
    }
}
