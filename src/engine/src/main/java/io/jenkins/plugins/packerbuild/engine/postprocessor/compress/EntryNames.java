package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import io.jenkins.plugins.packerbuild.engine.postprocessor.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What files are called in a tar: by their base names, as Packer calls them. Where two files have the same one, unpacking
 * would leave only the last of them, so these get as much of their paths as tells them apart.
 */
final class EntryNames {

    private EntryNames() {}

    /** The files by their names in the archive, in the order given; a file that is listed twice is there once. */
    static Map<String, SourceFile> of(List<SourceFile> files) {
        Map<Path, SourceFile> distinct = new LinkedHashMap<>();
        files.forEach(file -> distinct.putIfAbsent(place(file), file));
        Map<Path, Integer> depths = new HashMap<>();
        distinct.keySet().forEach(place -> depths.put(place, 1));
        for (List<Path> group = collision(depths); !group.isEmpty(); group = collision(depths)) {
            group.forEach(place -> depths.merge(place, 1, Integer::sum));
        }
        Map<String, SourceFile> names = new LinkedHashMap<>();
        distinct.forEach((place, file) -> names.put(name(place, depths.getOrDefault(place, 1)), file));
        return names;
    }

    private static Path place(SourceFile file) {
        return file.path().toAbsolutePath().normalize();
    }

    /** Some that have the same name and could have a longer one. */
    private static List<Path> collision(Map<Path, Integer> depths) {
        Map<String, List<Path>> byName = new HashMap<>();
        depths.forEach((place, depth) -> byName.computeIfAbsent(name(place, depth), key -> new ArrayList<>())
                .add(place));
        return byName.values().stream()
                .filter(group -> group.size() > 1)
                .findFirst()
                .orElse(List.of());
    }

    private static String name(Path place, int depth) {
        int count = place.getNameCount();
        return count == 0
                ? place.toString()
                : place.subpath(Math.max(0, count - depth), count).toString().replace('\\', '/');
    }

    /** Those that are not a base name. */
    static List<String> lengthened(Collection<String> names) {
        return names.stream().filter(name -> name.contains("/")).toList();
    }
}
