package io.jenkins.plugins.packerbuild.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One line of plugin-dependencies.properties. */
record PluginDependency(String name, String version, boolean isOptional) {

    static List<PluginDependency> listed() throws IOException {
        return Files.readAllLines(Path.of("plugin-dependencies.properties")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(PluginDependency::parse)
                .toList();
    }

    private static PluginDependency parse(String line) {
        String[] parts = line.split(" = ");
        boolean optional = parts[1].startsWith("?");
        return new PluginDependency(parts[0], optional ? parts[1].substring(1) : parts[1], optional);
    }

    /** As it stands in a manifest. */
    String inManifest() {
        return name + ":" + version + (isOptional ? ";resolution:=optional" : "");
    }
}
