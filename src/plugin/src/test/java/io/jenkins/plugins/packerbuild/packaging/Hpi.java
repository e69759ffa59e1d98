package io.jenkins.plugins.packerbuild.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** The finished plugin, unpacked as Jenkins does it. */
final class Hpi {

    private static final Path FILE = Path.of("target/packer-build.hpi");

    private final Path folder;

    private Hpi(Path folder) {
        this.folder = folder;
    }

    /** {@code folder} is empty. */
    static Hpi unpackedTo(Path folder) throws IOException {
        try (JarFile file = new JarFile(FILE.toFile())) {
            for (ZipEntry entry :
                    file.stream().filter(each -> !each.isDirectory()).toList()) {
                Path target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (InputStream content = file.getInputStream(entry)) {
                    Files.copy(content, target);
                }
            }
        }
        return new Hpi(folder);
    }

    /** All entries of the package itself. */
    static List<ZipEntry> entries() throws IOException {
        try (JarFile file = new JarFile(FILE.toFile())) {
            return file.stream().map(ZipEntry.class::cast).toList();
        }
    }

    static Map<String, String> manifest() throws IOException {
        return manifestOf(FILE);
    }

    static Map<String, String> manifestOf(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes attributes = file.getManifest().getMainAttributes();
            return attributes.entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().toString(),
                            entry -> entry.getValue().toString(),
                            (first, second) -> first,
                            TreeMap::new));
        }
    }

    Path engine() {
        return folder.resolve("WEB-INF/engine");
    }

    Path pluginJar() {
        return folder.resolve("WEB-INF/lib/packer-build.jar");
    }

    /** The class files of a jar, by entry name; those for newer Javas are left out. */
    static Map<String, byte[]> classFiles(Path jar) throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().map(ZipEntry.class::cast).toList()) {
                String name = entry.getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.equals("module-info.class")) {
                    try (InputStream content = file.getInputStream(entry)) {
                        found.put(name, content.readAllBytes());
                    }
                }
            }
        }
        return found;
    }

    /** Text of a resource in the plugin's jar; empty if there is none. */
    String resource(String name) throws IOException {
        try (JarFile file = new JarFile(pluginJar().toFile())) {
            ZipEntry entry = file.getEntry(name);
            return entry == null ? "" : new String(file.getInputStream(entry).readAllBytes());
        }
    }

    /** Sees the plugin's jar before all others, and Jenkins' types as they are on the class path of the tests. */
    ClassLoader classLoader() throws IOException {
        return new URLClassLoader(new URL[] {pluginJar().toUri().toURL()}, Hpi.class.getClassLoader());
    }

    /** The plugin's classes, loaded and not initialized. */
    List<Class<?>> classes() throws IOException {
        ClassLoader loader = classLoader();
        return classFiles(pluginJar()).keySet().stream()
                .filter(name -> !name.endsWith("package-info.class"))
                .<Class<?>>map(name -> load(
                        loader,
                        name.substring(0, name.length() - ".class".length()).replace('/', '.')))
                .toList();
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
