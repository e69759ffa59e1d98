package io.jenkins.plugins.packerbuild.simulator.jail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines that start a machine's init in its namespaces. */
final class InitCommand {

    private static final String INIT = HostMirror.SHIMS + "/.init";

    private InitCommand() {}

    /**
     * The init is process 1 itself, because bwrap's own process 1 waits for every daemon. A user namespace is made even for the real root, who would otherwise keep power over the real machine; and
     * {@code /proc/sys}, whose files belong to the real root, is shown read-only.
     */
    static List<String> bubblewrap(Path root, List<Path> visible, Path shims) {
        List<String> line = new ArrayList<>(List.of(
                HostTools.pathOf("bwrap"),
                "--unshare-user",
                "--uid",
                "0",
                "--gid",
                "0",
                "--unshare-pid",
                "--as-pid-1",
                "--unshare-net",
                "--unshare-ipc",
                "--unshare-uts",
                "--hostname",
                root.getFileName().toString(),
                "--info-fd",
                "1"));
        line.addAll(List.of("--bind", root.toString(), "/", "--ro-bind", shims.toString(), HostMirror.SHIMS));
        for (Path shown : visible) {
            line.addAll(List.of("--ro-bind", shown.toString(), HostMirror.HOST + shown));
        }
        line.addAll(List.of("--proc", "/proc", "--ro-bind", "/proc/sys", "/proc/sys", "--dev", "/dev"));
        line.addAll(List.of("--chdir", "/", "--", "/bin/sh", INIT));
        return line;
    }

    /** The same by {@code unshare} and a script that mounts. */
    static List<String> unshare(Path root, List<Path> visible, Path shims) {
        List<String> line = new ArrayList<>(List.of(
                HostTools.pathOf("unshare"),
                "--user",
                "--map-root-user",
                "--mount",
                "--pid",
                "--fork",
                "--net",
                "--ipc",
                "--uts",
                "--",
                "/bin/sh",
                shims.resolve(".enter-root").toString(),
                root.toString(),
                shims.toString()));
        visible.forEach(shown -> line.add(shown.toString()));
        return line;
    }
}
