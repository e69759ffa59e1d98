package io.jenkins.plugins.packerbuild.simulator.jail;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the real machine. */
final class HostTools {

    private HostTools() {}

    /** Where a program is, looked for in {@code PATH} and in the directories that a user's {@code PATH} may lack. */
    static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin"))
                .filter(directory -> directory.startsWith("/"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static boolean has(String... names) {
        return Stream.of(names).allMatch(name -> find(name).isPresent());
    }

    /** The absolute path of a program that is known to be there. */
    static String pathOf(String name) {
        return find(name).map(Path::toString).orElse(name);
    }

    /** Runs a program to its end; whatever it says is part of the exception if it fails. */
    static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (await(process) != 0) {
            throw new IOException("Could not run '" + command.get(0) + "': " + said.strip());
        }
    }

    static int await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while waiting for a process").initCause(e);
        }
    }
}
