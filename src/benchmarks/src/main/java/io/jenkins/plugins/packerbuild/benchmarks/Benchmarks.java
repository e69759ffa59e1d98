package io.jenkins.plugins.packerbuild.benchmarks;

import io.jenkins.plugins.packerbuild.simulator.latency.Latencies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures whole builds and prints tables; they are written to a file as well. */
@Command(
        name = "packer-build-benchmarks",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "java -jar src/benchmarks/target/packer-build-benchmarks.jar [options]",
        header = "Builds the same templates with packer-build and with packer, in simulated clouds, and compares them.",
        description = "To be called in the project's folder after 'mvn package'. Takes some nine minutes.")
public final class Benchmarks implements Callable<Integer> {

    @Option(
            names = "--builders",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,2,8",
            description =
                    "How many builders to compare at real latencies; 0 for no comparison. Default: ${DEFAULT-VALUE}")
    private List<Integer> builders = List.of();

    @Option(
            names = "--scaled",
            split = ",",
            paramLabel = "N",
            defaultValue = "64",
            description =
                    "How many builders to run with ours alone in scaled time; 0 for none. Default: ${DEFAULT-VALUE}")
    private List<Integer> scaled = List.of();

    @Option(
            names = "--scaled-factor",
            paramLabel = "N",
            defaultValue = "4",
            description = "What divides the latencies of the scaled runs. Default: ${DEFAULT-VALUE}")
    private double scaledFactor;

    @Option(
            names = "--validate",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,8,64",
            description = "How many builds a template has that both validate; 0 for none. Default: ${DEFAULT-VALUE}")
    private List<Integer> validate = List.of();

    @Option(names = "--warmup", description = "Run 'packer-build warmup' before, as users are told to do once.")
    private boolean warmup;

    @Option(names = "--without-packer", description = "Measure ours alone.")
    private boolean withoutPacker;

    @Option(
            names = "--output",
            paramLabel = "F",
            defaultValue = "src/benchmarks/target/results.md",
            description = "Where the tables are written to as well. Default: ${DEFAULT-VALUE}")
    private Path output = Path.of("results.md");

    private final Path checkout = Path.of("").toAbsolutePath();
    private final StringBuilder text = new StringBuilder();

    /** Runs the benchmarks. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path scratch = Files.createDirectories(checkout.resolve("src/benchmarks/target/runs"));
        Path run = Files.createTempDirectory(scratch, "run-");
        SshCost sshCost = SshCost.in(run);
        say("# Benchmarks\n\n" + Surroundings.describe(warmup) + "\n");
        Bench real = new Bench(checkout, run, Latencies.ofFactor(1));
        if (warmup) {
            real.warmUp();
        }
        validate(new ValidateBench(real));
        compare(new Comparison(real, sshCost));
        scale(new Comparison(new Bench(checkout, run, Latencies.ofFactor(scaledFactor)), sshCost));
        Files.writeString(output, text);
        System.out.println("Logs of all builds: " + run);
        return 0;
    }

    private void validate(ValidateBench bench) throws IOException, InterruptedException {
        List<ValidateBench.Figures> figures = new ArrayList<>();
        for (int count : positive(validate)) {
            figures.add(bench.measure(count, programs()));
        }
        if (!figures.isEmpty()) {
            say("## validate\n\n" + Report.validate(figures));
        }
    }

    private List<Program> programs() {
        return withoutPacker ? List.of(Program.OURS) : List.of(Program.OURS, Program.PACKER);
    }

    private void compare(Comparison comparison) throws IOException, InterruptedException {
        List<Measurement> measurements = new ArrayList<>();
        for (int count : positive(builders)) {
            measurements.addAll(comparison.run(Scenario.ofBuilders(count), programs()));
        }
        tell("Real latencies", measurements);
    }

    private void scale(Comparison comparison) throws IOException, InterruptedException {
        List<Measurement> measurements = new ArrayList<>();
        for (int count : positive(scaled)) {
            measurements.addAll(comparison.run(Scenario.ofBuilders(count), List.of(Program.OURS)));
        }
        tell("Latencies divided by " + scaledFactor, measurements);
    }

    private static List<Integer> positive(List<Integer> counts) {
        return counts.stream().filter(count -> count > 0).toList();
    }

    private void tell(String title, List<Measurement> measurements) {
        if (!measurements.isEmpty()) {
            say("## " + title + "\n\n" + Report.builds(measurements) + "\n" + Report.calls(measurements));
        }
    }

    private void say(String part) {
        System.out.println(part);
        text.append(part).append('\n');
    }
}
