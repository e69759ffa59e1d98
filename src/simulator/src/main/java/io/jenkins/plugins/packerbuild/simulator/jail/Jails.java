package io.jenkins.plugins.packerbuild.simulator.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes disks and jails for machines, all of one kind: the first of the wanted modes that works on this computer. Safe
 * for use by several threads at once.
 */
public final class Jails {

    private static final int PROBE_ANSWER = 42;

    private final Path work;
    private final JailMode mode;
    private final Shims shims;
    private final PipePool pipes;
    private final @Nullable HostMirror mirror;

    private Jails(Path work, JailMode mode, Shims shims, PipePool pipes, @Nullable HostMirror mirror) {
        this.work = work;
        this.mode = mode;
        this.shims = shims;
        this.pipes = pipes;
        this.mirror = mirror;
    }

    /**
     * Finds out, by trying, which mode works.
     *
     * @param work a directory for shims, pipes and the trial machine; see {@link #deleteAll()}
     * @param factor what {@code sleep} divides its time by, 1 for real time
     * @param candidates the modes to try, in this order
     * @throws IOException if none of them works
     */
    public static Jails open(Path work, double factor, List<JailMode> candidates) throws IOException {
        Files.createDirectories(work);
        Shims shims = Shims.write(work.resolve("shims"), factor);
        PipePool pipes = new PipePool(work.resolve("pipes"));
        IOException none = new IOException("Could not find a way to run commands of simulated machines: tried "
                + candidates + ". Install bubblewrap, or allow host scripts.");
        @Nullable HostMirror mirror = null;
        for (JailMode candidate : candidates) {
            try {
                if (candidate.hasOwnRoot() && mirror == null) {
                    mirror = HostMirror.create(Path.of("/"), work.resolve("template"), shims.names());
                }
                Jails jails = new Jails(work, candidate, shims, pipes, candidate.hasOwnRoot() ? mirror : null);
                jails.probe(work.resolve("probe-" + candidate.name().toLowerCase(Locale.ROOT)));
                return jails;
            } catch (IOException e) {
                none.addSuppressed(e);
            }
        }
        throw none;
    }

    /** The mode that works here. */
    public JailMode mode() {
        return mode;
    }

    /**
     * Makes a machine's disk.
     *
     * @param image the files it begins with; empty for those that every Linux has
     */
    public MachineRoot createRoot(Path path, Optional<Path> image) throws IOException {
        MachineRoot root = MachineRoot.create(path, image);
        if (mirror != null) {
            mirror.appearIn(path);
        }
        return root;
    }

    /** Switches a machine with this disk on; its host name is the last part of the disk's path. */
    public Jail enter(MachineRoot root) throws IOException {
        List<Path> shown = mirror == null ? List.of() : mirror.visible();
        return switch (mode) {
            case BUBBLEWRAP ->
                NamespaceJail.boot(InitCommand.bubblewrap(root.path(), shown, shims.directory()), root.path(), pipes);
            case UNSHARE ->
                NamespaceJail.boot(InitCommand.unshare(root.path(), shown, shims.directory()), root.path(), pipes);
            case KNOWN_SCRIPTS -> new HostJail(root, shims.directory(), pipes, false);
            case HOST_SCRIPTS -> new HostJail(root, shims.directory(), pipes, true);
        };
    }

    /** Removes the working directory and all that lies in it; no jail may be open any more. */
    public void deleteAll() throws IOException {
        FileTree.delete(work);
    }

    private void probe(Path directory) throws IOException {
        if (!mode.hasOwnRoot()) {
            return;
        }
        if (!HostTools.has("nsenter", "setsid", "mkfifo")) {
            throw new IOException("nsenter, setsid or mkfifo is missing");
        }
        MachineRoot root = createRoot(directory, Optional.empty());
        try (Jail jail = enter(root)) {
            JailedProcess process = jail.start(JailCommand.of("root", "test -e /.sim/sudo && exit " + PROBE_ANSWER));
            int answer = process.exit().join().code();
            process.release();
            if (answer != PROBE_ANSWER) {
                throw new IOException("a command in a trial machine ended with " + answer);
            }
        } finally {
            root.delete();
        }
    }
}
