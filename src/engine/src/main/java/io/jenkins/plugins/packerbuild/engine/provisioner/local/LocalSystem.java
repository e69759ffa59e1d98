package io.jenkins.plugins.packerbuild.engine.provisioner.local;

import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The operating system that the engine runs on, by the names that {@code only_on} has. */
enum LocalSystem {
    DARWIN,
    FREEBSD,
    LINUX,
    OPENBSD,
    SOLARIS,
    WINDOWS;

    private static final String OPTION = "only_on";
    private static final List<String> NAMES = List.of("darwin", "freebsd", "linux", "openbsd", "solaris", "windows");

    /** This one. */
    static LocalSystem current() {
        return of(System.getProperty("os.name"));
    }

    static LocalSystem of(String javaName) {
        String name = javaName.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return DARWIN;
        }
        if (name.startsWith("sunos")) {
            return SOLARIS;
        }
        for (LocalSystem system : values()) {
            if (name.startsWith(system.label())) {
                return system;
            }
        }
        return LINUX;
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether {@code only_on}, which is checked, lets scripts run here. */
    boolean isAmong(Options options) {
        List<String> allowed = options.list(OPTION);
        for (String name : allowed) {
            if (!NAMES.contains(name)) {
                options.problem(
                        OPTION,
                        "Invalid OS specified in only_on: '" + name + "'\nSupported OS names: "
                                + String.join(", ", NAMES),
                        "Write one of these.");
            }
        }
        return allowed.isEmpty() || allowed.contains(label());
    }

    /** Where temporary files lie. */
    static Path temporaryDirectory(Map<String, String> environment, Path workingDirectory) {
        String named = environment.getOrDefault("TMPDIR", "");
        return workingDirectory.resolve(named.isEmpty() ? System.getProperty("java.io.tmpdir") : named);
    }
}
