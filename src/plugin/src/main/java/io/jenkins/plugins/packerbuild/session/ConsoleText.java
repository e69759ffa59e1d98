package io.jenkins.plugins.packerbuild.session;

import io.jenkins.plugins.packerbuild.session.SessionReport.Builder;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Events as lines of the build log: Packer's, with the name moved into brackets. Nothing but a name that was announced
 * stands in brackets; whoever else speaks stands as {@code [?]}.
 *
 * @param builders finds a build that was announced
 * @param mask takes secrets out of a line
 */
record ConsoleText(Function<String, Optional<Builder>> builders, UnaryOperator<String> mask) {

    private static final String ENGINE = "==> ";
    private static final String MACHINE = "    ";

    /** A post-processor speaks as {@code name (type)} and belongs to the build. */
    Optional<Builder> speaker(String name) {
        int bracket = name.lastIndexOf(" (");
        Optional<Builder> exact = builders.apply(name);
        return exact.isPresent() || bracket < 0 ? exact : builders.apply(name.substring(0, bracket));
    }

    /** The lines as they stand in the builder's own log. */
    List<String> said(EngineEvent.Said said) {
        String sign = said.machine() ? MACHINE : ENGINE;
        String by = said.builder();
        String part = speaker(by)
                .filter(builder -> !builder.name().equals(by))
                .map(builder -> by.substring(builder.name().length()).strip() + " ")
                .orElse("");
        return CleanText.lines(stripped(said.text()), mask).stream()
                .map(line -> (sign + part + line).stripTrailing())
                .toList();
    }

    /** The same lines as they stand in the build log. */
    List<String> prefixed(String speaker, List<String> lines) {
        String name = speaker(speaker).map(Builder::name).orElse("?");
        return lines.stream().map(line -> mask.apply("[" + name + "] " + line)).toList();
    }

    /** Lines of the whole run. */
    List<String> plain(String text) {
        return CleanText.lines(stripped(text), mask);
    }

    /** The last line of a build, in Packer's words; more than one when its error has. */
    List<String> finished(Builder builder) {
        String after = " after " + DurationWords.of(Duration.ofMillis(builder.durationMillis()));
        String name = "Build '" + builder.name() + "' ";
        String text = builder.status() == Status.FAILED
                ? name + "errored" + after + ": " + builder.error()
                : name + (builder.status() == Status.CANCELLED ? "cancelled" : "finished") + after + ".";
        return CleanText.lines(text, mask).stream().map(line -> ENGINE + line).toList();
    }

    private static String stripped(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
