package io.jenkins.plugins.packerbuild.injenkins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simulated clouds as a process of their own, on free ports. */
final class Simulator implements AutoCloseable {

    private static final Path JAR = Path.of(
                    System.getProperty("simulator.jar", "../simulator/target/packer-build-simulator.jar"))
            .toAbsolutePath();

    private final Process process;
    private final Path varFile;

    private Simulator(Process process, Path varFile) {
        this.process = process;
        this.varFile = varFile;
    }

    /** Waits until they serve. */
    static Simulator start(Path directory, String... options) throws IOException, InterruptedException {
        Path varFile = directory.resolve("simulator.json");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "--port-base=0",
                "--var-file=" + varFile));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("simulator.log").toFile())
                .start();
        Simulator simulator = new Simulator(process, varFile);
        Deadline.of(Duration.ofMinutes(1)).until("the simulator is ready", () -> isWritten(varFile));
        return simulator;
    }

    private static boolean isWritten(Path file) throws IOException {
        return Files.exists(file) && Files.readString(file).contains("}");
    }

    /** The absolute path of the var-file for docs/examples/example.json. */
    String varFile() {
        return varFile.toString();
    }

    /** An entry of the var-file, as in {@code do_endpoint}. */
    String value(String name) throws IOException {
        Matcher entry = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(Files.readString(varFile));
        if (!entry.find()) {
            throw new AssertionError("no " + name + " in " + varFile);
        }
        return entry.group(1);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
