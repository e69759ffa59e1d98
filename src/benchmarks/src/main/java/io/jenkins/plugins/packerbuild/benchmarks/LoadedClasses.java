package io.jenkins.plugins.packerbuild.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which classes a Java process has loaded.
 *
 * @param all how many
 * @param unneeded names of those that a command without a cloud and without a machine needs none of
 */
record LoadedClasses(int all, List<String> unneeded) {

    private static final List<String> LIBRARIES =
            List.of("software.amazon.awssdk.", "okhttp3.", "kotlin.", "org.bouncycastle.", "net.schmizz.");

    /** Copies the list. */
    LoadedClasses {
        unneeded = List.copyOf(unneeded);
    }

    /** The environment with which a process writes them down. The options of this variable come after all others. */
    static Map<String, String> logTo(Path log) {
        return Map.of("_JAVA_OPTIONS", "-Xlog:class+load=info:file=" + log + ":none");
    }

    /** Reads what was written. */
    static LoadedClasses read(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> names = lines.filter(line -> line.contains(" source: "))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
            return new LoadedClasses(
                    names.size(),
                    names.stream()
                            .filter(name -> LIBRARIES.stream().anyMatch(name::startsWith))
                            .toList());
        }
    }
}
