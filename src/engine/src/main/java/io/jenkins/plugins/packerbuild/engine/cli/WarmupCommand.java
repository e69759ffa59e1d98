package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Makes the class-data archive with which later commands start in half the time. Runs once after an installation; takes a
 * few seconds and a process of its own; leaves the archive in place by rename, so that nobody ever reads half of one.
 */
@Command(name = "warmup", description = "Makes the archive that lets later commands start faster.")
final class WarmupCommand implements Callable<Integer> {

    /** The launchers and the Jenkins adapter say here where they will look for the archive. */
    private static final String ARCHIVE_PROPERTY = "packerbuild.archive";

    private final Terminal terminal;

    @Option(
            names = {OwnOptions.ARCHIVE, "-" + OwnOptions.ARCHIVE},
            paramLabel = "file",
            description = "Where the archive goes; the launcher says it otherwise.")
    private @Nullable Path archive =
            System.getProperty(ARCHIVE_PROPERTY) == null ? null : Path.of(System.getProperty(ARCHIVE_PROPERTY));

    WarmupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (archive == null) {
            throw new BuildException(Problem.of("Nobody said where the archive goes.")
                    .withCure("Start 'packer-build warmup' by its launcher, or name a file with -archive."));
        }
        Path target = archive.toAbsolutePath();
        Path jar = jar();
        Files.createDirectories(target.getParent());
        Path unfinished = target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid());
        try {
            record(jar, unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        terminal.out().println("Wrote " + target + " (" + Files.size(target) / 1_000_000 + " MB).");
        return ExitCode.SUCCESS;
    }

    /**
     * Lets one process do a bit of everything and note its classes, and another one lay them out in the archive. In a
     * single step Java leaves out classes as old as picocli's.
     */
    private static void record(Path jar, Path archive) throws IOException, InterruptedException {
        Path classes = Files.createTempFile("packer-build-warmup", ".classes");
        try {
            java(jar, List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + classes), WarmupWork.class.getName());
            java(
                    jar,
                    List.of(
                            "-Xshare:dump",
                            "-XX:SharedClassListFile=" + classes,
                            "-XX:SharedArchiveFile=" + archive,
                            "-XX:+UseG1GC"));
        } finally {
            Files.deleteIfExists(classes);
        }
        if (!Files.isRegularFile(archive)) {
            throw failed("Java wrote none");
        }
    }

    private static void java(Path jar, List<String> options, String... main) throws IOException, InterruptedException {
        Path log = Files.createTempFile("packer-build-warmup", ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr", "-cp", jar.toString()));
        command.addAll(List.of(main));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            int code = process.waitFor();
            if (code != 0) {
                throw failed("exit code " + code + ": " + Files.readString(log).strip());
            }
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static BuildException failed(String words) {
        return new BuildException(Problem.of("Could not make the class-data archive: " + words + ".")
                .withCure("Everything works without it, only slower at the start."));
    }

    private static Path jar() throws IOException {
        Path jar =
                Path.of(System.getProperty("java.class.path")).toAbsolutePath().normalize();
        if (!Files.isRegularFile(jar)) {
            throw new BuildException(Problem.of("Classes that do not come from packer-build.jar cannot be archived.")
                    .withCure("Start 'packer-build warmup' by its launcher."));
        }
        return jar.toRealPath();
    }
}
