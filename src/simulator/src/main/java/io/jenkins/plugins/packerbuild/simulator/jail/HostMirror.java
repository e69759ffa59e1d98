package io.jenkins.plugins.packerbuild.simulator.jail;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lets a machine's root show the real machine's programs. The real directories appear, read-only, below {@code /.host};
 * {@code /usr/bin} and {@code /usr/sbin} are directories of the machine's own, full of links to there, so that an
 * installation can add to them; a shim takes the place of the program of its name.
 */
final class HostMirror {

    static final String HOST = "/.host";
    static final String SHIMS = "/.sim";

    private static final List<String> PROGRAM_DIRECTORIES = List.of("bin", "sbin");
    private static final List<String> LIBRARY_DIRECTORIES = List.of("lib", "lib32", "lib64", "libx32");
    private static final List<String> SETTINGS = List.of("alternatives", "ld.so.cache");

    private final Path host;
    private final Path template;

    private HostMirror(Path host, Path template) {
        this.host = host;
        this.template = template;
    }

    /**
     * Makes all links once, in a template, because a new link costs far more than one more name for it.
     *
     * @param host the root directory of the real machine
     * @param template a directory for it, on the file system of the machines' disks
     * @param shims the names of programs that are replaced
     */
    static HostMirror create(Path host, Path template, Set<String> shims) throws IOException {
        HostMirror mirror = new HostMirror(host, template);
        Files.createDirectories(template);
        mirror.fillTemplate();
        for (String shim : shims) {
            replaceProgram(template, shim);
        }
        return mirror;
    }

    /** The real files and directories that must be seen below {@link #HOST}, each at its own path. */
    List<Path> visible() {
        List<Path> visible = new ArrayList<>(List.of(host.resolve("usr")));
        for (String name : concat(PROGRAM_DIRECTORIES, LIBRARY_DIRECTORIES)) {
            Path directory = host.resolve(name);
            if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                visible.add(directory);
            }
        }
        SETTINGS.stream()
                .map(host.resolve("etc")::resolve)
                .filter(Files::exists)
                .forEach(visible::add);
        return visible;
    }

    /** Puts the links and the mount points into a machine's root; what its disk already has stays. */
    void appearIn(Path root) throws IOException {
        makeMountPoints(root);
        FileTree.link(template, root);
    }

    private void fillTemplate() throws IOException {
        for (String name : PROGRAM_DIRECTORIES) {
            showPrograms(template, Path.of(name));
            showPrograms(template, Path.of("usr", name));
        }
        for (String name : LIBRARY_DIRECTORIES) {
            showWhole(template, Path.of(name));
        }
        showRestOfUsr(template);
        Files.createDirectories(template.resolve("etc"));
        for (String name : SETTINGS) {
            showWhole(template, Path.of("etc", name));
        }
    }

    private void makeMountPoints(Path root) throws IOException {
        Files.createDirectories(root.resolve("." + SHIMS));
        for (Path shown : visible()) {
            Path point = root.resolve("." + HOST + "/" + host.relativize(shown)).normalize();
            if (Files.isDirectory(shown)) {
                Files.createDirectories(point);
            } else if (!Files.exists(point)) {
                Files.createDirectories(point.getParent());
                Files.createFile(point);
            }
        }
    }

    private void showPrograms(Path root, Path directory) throws IOException {
        Path real = host.resolve(directory);
        if (Files.isSymbolicLink(real)) {
            link(root.resolve(directory), Files.readSymbolicLink(real));
        } else if (Files.isDirectory(real)) {
            Files.createDirectories(root.resolve(directory));
            try (DirectoryStream<Path> programs = Files.newDirectoryStream(real)) {
                for (Path program : programs) {
                    showWhole(root, directory.resolve(program.getFileName().toString()));
                }
            }
        }
    }

    private void showRestOfUsr(Path root) throws IOException {
        Path usr = Path.of("usr");
        Files.createDirectories(root.resolve("usr/local/bin"));
        Files.createDirectories(root.resolve("usr/local/sbin"));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(host.resolve(usr))) {
            for (Path entry : entries) {
                showWhole(root, usr.resolve(entry.getFileName().toString()));
            }
        }
    }

    private void showWhole(Path root, Path path) throws IOException {
        Path real = host.resolve(path);
        if (Files.isSymbolicLink(real) && path.getNameCount() == 1) {
            link(root.resolve(path), Files.readSymbolicLink(real));
        } else if (Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
            link(root.resolve(path), Path.of(HOST).resolve(path.toString()));
        }
    }

    private static void replaceProgram(Path root, String name) throws IOException {
        for (String directory : List.of("usr/bin", "usr/sbin", "bin", "sbin")) {
            Path program = root.resolve(directory).resolve(name);
            if (Files.isSymbolicLink(program)) {
                Files.delete(program);
                link(program, Path.of(SHIMS, name));
            }
        }
        link(root.resolve("usr/bin").resolve(name), Path.of(SHIMS, name));
    }

    private static void link(Path link, Path target) throws IOException {
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(link, target);
        }
    }

    private static List<String> concat(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
