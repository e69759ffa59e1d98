package io.jenkins.plugins.packerbuild.simulator.ssh;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Resolves a machine's paths on its disk, without leaving it. */
final class DiskPaths {

    private static final int MOST_LINKS = 40;

    private DiskPaths() {}

    /**
     * The place of a machine's path, free of links but perhaps for the last name.
     *
     * @param root the disk
     * @param path an absolute path of the machine; {@code ..} above the root stays there
     * @param followLast whether a link in the last place is followed too
     * @throws FileSystemLoopException if links lead in a circle
     */
    static Path resolve(Path root, String path, boolean followLast) throws IOException {
        Deque<String> todo = new ArrayDeque<>(names(path));
        Deque<String> done = new ArrayDeque<>();
        int links = 0;
        while (!todo.isEmpty()) {
            String name = todo.removeFirst();
            Path here = place(root, done).resolve(name);
            if (name.equals("..")) {
                done.pollLast();
            } else if ((followLast || !todo.isEmpty()) && Files.isSymbolicLink(here)) {
                if (++links > MOST_LINKS) {
                    throw new FileSystemLoopException(path);
                }
                enter(Files.readSymbolicLink(here).toString(), todo, done);
            } else {
                done.addLast(name);
            }
        }
        return place(root, done);
    }

    private static void enter(String target, Deque<String> todo, Deque<String> done) {
        if (target.startsWith("/")) {
            done.clear();
        }
        List<String> names = names(target);
        for (int i = names.size() - 1; i >= 0; i--) {
            todo.addFirst(names.get(i));
        }
    }

    private static Path place(Path root, Deque<String> names) {
        return root.resolve(String.join("/", names));
    }

    private static List<String> names(String path) {
        List<String> names = new ArrayList<>(List.of(path.split("/")));
        names.removeIf(name -> name.isEmpty() || name.equals("."));
        return names;
    }
}
