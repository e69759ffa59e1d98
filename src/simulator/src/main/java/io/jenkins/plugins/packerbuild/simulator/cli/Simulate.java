package io.jenkins.plugins.packerbuild.simulator.cli;

import io.jenkins.plugins.packerbuild.simulator.SimulatedClouds;
import io.jenkins.plugins.packerbuild.simulator.SimulatorOptions;
import io.jenkins.plugins.packerbuild.simulator.SimulatorOptions.Ports;
import io.jenkins.plugins.packerbuild.simulator.fault.Fault;
import io.jenkins.plugins.packerbuild.simulator.latency.Latencies;
import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Simulated EC2, DigitalOcean and SSH machines, for as long as a command runs, or until ended. */
@Command(
        name = "packer-build-simulator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "java -jar packer-build-simulator.jar [options] [-- COMMAND...]",
        header = "Simulated EC2, DigitalOcean and SSH machines on 127.0.0.1.",
        description = {
            "With COMMAND: starts, runs it, prints the account of calls and of what is left, stops, and exits with"
                    + " COMMAND's exit code. Without: serves until it is ended."
        })
public final class Simulate implements Callable<Integer> {

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "Listen on N (EC2), N+1 (DigitalOcean) and N+2 (SSH); 0 takes free ports."
                    + " Default: 18080, 18081 and 18022, as in docs/examples/simulator.json")
    private Optional<Integer> portBase = Optional.empty();

    @Option(
            names = "--var-file",
            paramLabel = "F",
            description = "Write a Packer var-file with the endpoints and dummy keys.")
    private Optional<Path> varFile = Optional.empty();

    @Option(
            names = "--factor",
            paramLabel = "N",
            defaultValue = "" + SimulatorOptions.DEFAULT_FACTOR,
            description = "Divide every latency by N; 1 is real time. Default: ${DEFAULT-VALUE}")
    private double factor;

    @Option(
            names = "--latency",
            paramLabel = "PHASE=SECONDS",
            description =
                    "How long a phase takes at factor 1, as in ami-available=300. Phases: ${sys:simulator.phases}")
    private Map<String, Double> latencies = Map.of();

    @Option(
            names = "--fault",
            paramLabel = "SERVICE:ACTION:KIND[:TIMES]",
            description = "Let calls fail, as in ec2:RunInstances:capacity:1.")
    private List<String> faults = List.of();

    @Option(names = "--accept-key", paramLabel = "ID", description = "Let in only these AWS access keys. Default: any.")
    private LinkedHashSet<String> accessKeys = new LinkedHashSet<>();

    @Option(
            names = "--accept-token",
            paramLabel = "T",
            description = "Let in only these DigitalOcean tokens. Default: any.")
    private LinkedHashSet<String> tokens = new LinkedHashSet<>();

    @Option(
            names = "--allow-host-scripts",
            description = "Where there is no jail to be had, let machines run any script on this computer.")
    private boolean allowHostScripts;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "What to run, after --.")
    private List<String> command = List.of();

    private final PrintWriter out = new PrintWriter(System.err, true);

    /** Runs the simulator. */
    public static void main(String[] args) {
        System.setProperty("simulator.phases", String.join(", ", Phase.labels()));
        int code = new CommandLine(new Simulate())
                .setStopAtPositional(true)
                .setExecutionExceptionHandler((e, line, result) -> {
                    line.getErr().println(e.getMessage());
                    return 1;
                })
                .execute(args);
        System.exit(code);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SimulatorOptions options = options();
        try (Ending ending = Ending.onSignals();
                SimulatedClouds clouds = start(options)) {
            VarFile variables = VarFile.of(clouds, accessKeys, tokens);
            if (varFile.isPresent()) {
                variables.write(varFile.get());
            }
            Report report = new Report(clouds, out);
            report.printPlaces();
            int code = command.isEmpty() ? ending.await() : ending.run(command);
            report.print();
            return code;
        }
    }

    private SimulatedClouds start(SimulatorOptions options) throws IOException {
        try {
            return SimulatedClouds.start(options);
        } catch (IOException e) {
            throw new IOException(
                    "Could not start the simulator: " + e.getMessage()
                            + ". End the process that is in the way, or choose other ports with --port-base=N.",
                    e);
        }
    }

    private SimulatorOptions options() {
        try {
            Latencies table = Latencies.ofFactor(factor);
            for (Map.Entry<String, Double> entry : latencies.entrySet()) {
                table = table.with(phase(entry.getKey()), Duration.ofMillis((long) (entry.getValue() * 1000)));
            }
            List<Fault> ordered = faults.stream().map(Fault::parse).toList();
            Ports ports = portBase.map(Ports::from).orElse(Ports.FIXED);
            return new SimulatorOptions(ports, table, ordered, accessKeys, tokens, allowHostScripts);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(new CommandLine(this), e.getMessage(), e);
        }
    }

    private static Phase phase(String name) {
        return Phase.parse(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is not a phase. Choose one of " + String.join(", ", Phase.labels()) + "."));
    }
}
