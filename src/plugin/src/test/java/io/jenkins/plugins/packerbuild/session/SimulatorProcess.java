package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The simulated clouds as a process of their own. */
final class SimulatorProcess implements AutoCloseable {

    static final Path JAR = Path.of("../simulator/target/packer-build-simulator.jar")
            .toAbsolutePath()
            .normalize();

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Process process;
    private final Path variables;

    private SimulatorProcess(Process process, Path variables) {
        this.process = process;
        this.variables = variables;
    }

    static SimulatorProcess start(Path directory) throws IOException {
        Path variables = directory.resolve("variables.json");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-jar",
                        JAR.toString(),
                        "--port-base=0",
                        "--factor=10",
                        "--var-file=" + variables)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("simulator.log").toFile())
                .start();
        SimulatorProcess simulator = new SimulatorProcess(process, variables);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!isWritten(variables) && process.isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        return simulator;
    }

    /** It is not written at once. */
    private static boolean isWritten(Path variables) throws IOException {
        return Files.exists(variables) && Files.readString(variables).strip().endsWith("}");
    }

    /** What the example's var-file has, with the places of these clouds. */
    Map<String, String> variables() throws IOException {
        return new Fields(Map.of("all", Json.read(Files.readAllBytes(variables)).map())).textMap("all");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
