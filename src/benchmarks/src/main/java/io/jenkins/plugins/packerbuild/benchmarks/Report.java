package io.jenkins.plugins.packerbuild.benchmarks;

import io.jenkins.plugins.packerbuild.simulator.account.CallAccount;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What was measured, as Markdown. */
final class Report {

    private static final double MEBIBYTE = 1024 * 1024;

    private Report() {}

    /** One row per build. */
    static String builds(List<Measurement> measurements) {
        MarkdownTable table = new MarkdownTable(
                "builders",
                "program",
                "wall clock s",
                "critical path s",
                "ratio",
                "first EC2 call s",
                "RSS MB",
                "PSS MB",
                "threads",
                "processes",
                "calls",
                "built");
        for (Measurement measurement : measurements) {
            MemoryUse peak = measurement.outcome().peak();
            table.row(
                    Integer.toString(measurement.scenario().builders()),
                    measurement.program().label(),
                    seconds(measurement.outcome().wallClock()),
                    seconds(measurement.path().total()),
                    String.format(Locale.ROOT, "%.3f", measurement.ratio()),
                    measurement.firstCall().map(Report::seconds).orElse("-"),
                    mebibytes(peak.rssBytes()),
                    mebibytes(peak.pssBytes()),
                    Integer.toString(peak.threads()),
                    Integer.toString(peak.processes()),
                    Long.toString(measurement.calls().stream()
                            .mapToLong(CallAccount.Line::count)
                            .sum()),
                    measurement.isSuccess() ? "all" : "NO");
        }
        return table.toString();
    }

    /** One row per action, one column per build. */
    static String calls(List<Measurement> measurements) {
        String[] head = Stream.concat(
                        Stream.of("call"),
                        measurements.stream()
                                .map(measurement -> measurement.scenario().builders() + " "
                                        + measurement.program().label()))
                .toArray(String[]::new);
        MarkdownTable table = new MarkdownTable(head);
        TreeSet<String> actions = new TreeSet<>();
        measurements.forEach(measurement -> measurement.calls().forEach(line -> actions.add(action(line))));
        for (String action : actions) {
            table.row(Stream.concat(
                            Stream.of(action),
                            measurements.stream().map(measurement -> Long.toString(count(measurement, action))))
                    .toArray(String[]::new));
        }
        return table.toString();
    }

    /** One row per template; a program that was not measured has a dash. */
    static String validate(List<ValidateBench.Figures> figures) {
        MarkdownTable table = new MarkdownTable(
                "builds",
                "ours s",
                "packer s",
                "ours / packer",
                "classes loaded by ours",
                "of cloud and SSH libraries");
        for (ValidateBench.Figures one : figures) {
            Optional<Duration> ours = Optional.ofNullable(one.medians().get(Program.OURS));
            Optional<Duration> packers = Optional.ofNullable(one.medians().get(Program.PACKER));
            Optional<Double> ratio =
                    ours.flatMap(mine -> packers.map(other -> (double) mine.toNanos() / other.toNanos()));
            table.row(
                    Integer.toString(one.builds()),
                    ours.map(Report::seconds).orElse("-"),
                    packers.map(Report::seconds).orElse("-"),
                    ratio.map(value -> String.format(Locale.ROOT, "%.2f", value))
                            .orElse("-"),
                    Integer.toString(one.classes().all()),
                    Integer.toString(one.classes().unneeded().size()));
        }
        return table.toString();
    }

    private static String action(CallAccount.Line line) {
        return line.service().label() + " " + line.action();
    }

    private static long count(Measurement measurement, String action) {
        Optional<CallAccount.Line> found = measurement.calls().stream()
                .filter(line -> action(line).equals(action))
                .findFirst();
        return found.map(CallAccount.Line::count).orElse(0L);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toNanos() / 1e9);
    }

    private static String mebibytes(long bytes) {
        return Long.toString(Math.round(bytes / MEBIBYTE));
    }
}
