package io.jenkins.plugins.packerbuild.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the files of a step are there and may be used. A relative path stays in the workspace, whatever {@code ..} or
 * links it has; an absolute one is meant. Runs on the agent.
 */
final class TemplatePath {

    private final Path root;
    private final Path directory;

    private TemplatePath(Path root, Path directory) {
        this.root = root;
        this.directory = directory;
    }

    /**
     * For one step.
     *
     * @param workspace the workspace's root; empty, or one that the current directory is not below, for none
     * @param directory the step's current directory
     */
    static TemplatePath in(String workspace, Path directory) {
        Path current = directory.toAbsolutePath().normalize();
        try {
            Path root = Path.of(workspace).toAbsolutePath().normalize();
            boolean below = !workspace.isEmpty() && current.startsWith(root);
            return new TemplatePath(below ? root : current, current);
        } catch (InvalidPathException e) {
            return new TemplatePath(current, current);
        }
    }

    /**
     * What is wrong, in sentences; empty when all is well.
     *
     * @param template a path as the user gave it
     * @param varFiles the same
     */
    List<String> problems(String template, List<String> varFiles) {
        List<String> problems = new ArrayList<>();
        check("template", template, problems);
        varFiles.forEach(file -> check("var file", file, problems));
        return problems;
    }

    private void check(String kind, String given, List<String> problems) {
        String start = "Could not read " + kind + " '" + given + "' in '" + directory + "': ";
        if (given.isBlank()) {
            problems.add(start + "the path is empty. Name a file.");
            return;
        }
        try {
            String wrong = wrong(Path.of(given));
            if (!wrong.isEmpty()) {
                problems.add(start + wrong);
            }
        } catch (InvalidPathException e) {
            problems.add(start + "this is no path (" + e.getReason() + "). Name a file.");
        } catch (IOException e) {
            problems.add(start + e + ". Check the permissions on the agent.");
        }
    }

    private String wrong(Path given) throws IOException {
        Path file = directory.resolve(given).normalize();
        String outside = "it is outside of workspace '" + root
                + "'. Put the file into the workspace, or give its absolute path.";
        if (!given.isAbsolute() && !file.startsWith(root)) {
            return outside;
        }
        if (!Files.exists(file)) {
            return "there is no file '" + file + "' on the agent. Check the path, or check out the files first.";
        }
        if (!given.isAbsolute() && !file.toRealPath().startsWith(root.toRealPath())) {
            return outside;
        }
        if (Files.isDirectory(file)) {
            return "it is a directory. Name a file in it.";
        }
        return Files.isReadable(file) ? "" : "the agent's user may not read it. Check its permissions.";
    }
}
