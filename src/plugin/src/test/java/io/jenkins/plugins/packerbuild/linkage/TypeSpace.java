package io.jenkins.plugins.packerbuild.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** All types of some jars and class folders, and of the JDK. Not for several threads. */
final class TypeSpace implements AutoCloseable {

    private final Map<String, Optional<TypeShape>> known = new HashMap<>();
    private final List<JarFile> jars = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();

    /** The first that has a type wins, as on a class path. */
    TypeSpace(List<Path> classPath) throws IOException {
        for (Path entry : classPath) {
            if (Files.isDirectory(entry)) {
                folders.add(entry);
            } else if (entry.toString().endsWith(".jar")) {
                jars.add(new JarFile(entry.toFile()));
            }
        }
    }

    /** The types below one folder, by internal name, sorted. */
    static Map<String, byte[]> classFiles(Path folder) throws IOException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                found.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
            }
        }
        return found;
    }

    Optional<TypeShape> find(String internalName) {
        return known.computeIfAbsent(internalName, name -> read(name + ".class").map(TypeShape::read));
    }

    /** The type and everything above it that is to be found, superclasses first, each once. */
    List<TypeShape> withSupertypes(String internalName) {
        Map<String, TypeShape> found = new LinkedHashMap<>();
        Deque<String> classes = new ArrayDeque<>(List.of(internalName));
        Deque<String> interfaces = new ArrayDeque<>();
        while (!classes.isEmpty() || !interfaces.isEmpty()) {
            String name = classes.isEmpty() ? interfaces.remove() : classes.remove();
            find(name).filter(type -> found.putIfAbsent(name, type) == null).ifPresent(type -> {
                Optional.ofNullable(type.superclass()).ifPresent(classes::add);
                interfaces.addAll(type.interfaces());
            });
        }
        return List.copyOf(found.values());
    }

    private Optional<byte[]> read(String file) {
        try {
            for (Path folder : folders) {
                if (Files.exists(folder.resolve(file))) {
                    return Optional.of(Files.readAllBytes(folder.resolve(file)));
                }
            }
            for (JarFile jar : jars) {
                if (jar.getEntry(file) != null) {
                    return Optional.of(jar.getInputStream(jar.getEntry(file)).readAllBytes());
                }
            }
            try (InputStream jdk = ClassLoader.getPlatformClassLoader().getResourceAsStream(file)) {
                return jdk == null ? Optional.empty() : Optional.of(jdk.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (JarFile jar : jars) {
            jar.close();
        }
    }
}
