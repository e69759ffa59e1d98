package io.jenkins.plugins.packerbuild.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures {@code validate} of templates with many builds. The programs take turns, so that all of them meet the same
 * moods of the machine; the median of their times counts.
 */
final class ValidateBench {

    private static final int ROUNDS = 5;

    /**
     * What came of one template.
     *
     * @param builds how many builds it has, each of the type {@code null} with a {@code shell-local}
     * @param medians by program
     * @param classes what ours has loaded for it
     */
    record Figures(int builds, Map<Program, Duration> medians, LoadedClasses classes) {}

    private final Bench bench;

    ValidateBench(Bench bench) {
        this.bench = bench;
    }

    /** One template, as often as it takes. */
    Figures measure(int builds, List<Program> programs) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory(bench.scratch(), "validate-" + builds + "-");
        Path template = Files.writeString(directory.resolve("template.json"), template(builds));
        Map<Program, List<Duration>> times = new EnumMap<>(Program.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Program program : programs) {
                times.computeIfAbsent(program, it -> new ArrayList<>())
                        .add(time(program, template, directory, Map.of()));
            }
        }
        Path log = directory.resolve("classes.txt");
        time(Program.OURS, template, directory, LoadedClasses.logTo(log));
        Map<Program, Duration> medians = new EnumMap<>(Program.class);
        times.forEach((program, of) -> medians.put(program, median(of)));
        return new Figures(builds, medians, LoadedClasses.read(log));
    }

    private Duration time(Program program, Path template, Path directory, Map<String, String> more)
            throws IOException, InterruptedException {
        Path log = directory.resolve(program.label() + ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        program.executable(bench.checkout()), "validate", template.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(bench.environment(directory));
        builder.environment().putAll(more);
        long start = System.nanoTime();
        Process process = builder.start();
        int exitCode = process.waitFor();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (exitCode != 0) {
            throw new IOException("validate of " + program.label() + " ended with " + exitCode + ": see " + log);
        }
        return took;
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElse(Duration.ZERO);
    }

    private static String template(int builds) {
        Stream<String> builders = IntStream.rangeClosed(1, builds)
                .mapToObj(number ->
                        "{\"type\": \"null\", \"name\": \"build-" + number + "\", \"communicator\": \"none\"}");
        return "{\"builders\": [" + String.join(",\n", builders.toList()) + "],\n"
                + "\"provisioners\": [{\"type\": \"shell-local\", \"inline\": [\"true\"]}]}\n";
    }
}
