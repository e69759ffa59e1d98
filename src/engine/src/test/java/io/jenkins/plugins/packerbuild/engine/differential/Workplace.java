package io.jenkins.plugins.packerbuild.engine.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A fresh directory in which the commands of a case run, with a home beside it. */
final class Workplace {

    /** What Packer leaves wherever it runs. */
    private static final List<String> LITTER = List.of("packer_cache", "crash.log");

    /** Bits that a umask may take or leave. */
    private static final int OWN = 0755;

    private final Path directory;
    private final Path home;
    private final Map<String, byte[]> before;

    private Workplace(Path directory, Path home) throws IOException {
        this.directory = directory;
        this.home = home;
        this.before = files();
    }

    /** With a copy of the input files of the case. */
    static Workplace of(Case one, Path parent) throws IOException {
        Path directory = Files.createDirectories(parent.resolve("work"));
        Path home = Files.createDirectories(parent.resolve("home"));
        for (Path input : one.inputs()) {
            Path target = directory.resolve(one.directory().relativize(input).toString());
            Files.createDirectories(target.getParent());
            Files.copy(input, target);
        }
        return new Workplace(directory.toRealPath(), home.toRealPath());
    }

    Path directory() {
        return directory;
    }

    Normal normal() {
        return new Normal(directory, home);
    }

    /** What both engines see: nothing of the environment of the test but the path. */
    Map<String, String> environment(Case one) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", home.toString());
        environment.put("XDG_STATE_HOME", home.resolve("state").toString());
        environment.put("PACKER_CACHE_DIR", home.resolve("cache").toString());
        environment.put("CHECKPOINT_DISABLE", "1");
        environment.put("PACKER_NO_COLOR", "1");
        environment.put("TZ", "UTC");
        environment.put("LANG", "C.UTF-8");
        environment.putAll(one.environment());
        return environment;
    }

    /** Files that were not there before, were changed, or are gone. */
    List<MadeFile> made() throws IOException {
        List<MadeFile> made = new ArrayList<>();
        Content content = new Content(normal());
        Map<String, byte[]> after = files();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            byte[] now = after.get(name);
            if (now == null) {
                made.add(new MadeFile(normal().of(name), "gone", List.of()));
            } else if (!Arrays.equals(now, before.get(name))) {
                made.add(new MadeFile(normal().of(name), mode(directory.resolve(name)), content.lines(now)));
            }
        }
        return made;
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path name = directory.relativize(file);
                if (!LITTER.contains(name.getName(0).toString())) {
                    files.put(name.toString(), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static String mode(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        int mode = 0;
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            mode = mode << 1 | (permissions.contains(permission) ? 1 : 0);
        }
        return "0" + Integer.toOctalString(mode & OWN);
    }
}
