package io.jenkins.plugins.packerbuild.session;

import io.jenkins.plugins.packerbuild.session.SessionReport.Artifact;
import io.jenkins.plugins.packerbuild.session.SessionReport.Problem;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Texts of an agent as they may stand in a report: clean, masked and not too long.
 *
 * @param mask takes secrets out of a line
 */
record ReportText(UnaryOperator<String> mask) {

    /** Of all artifacts and errors together. */
    static final int MOST_CHARS = 2 << 20;

    Artifact artifact(Artifact artifact, String builder, Status status) {
        return new Artifact(
                line(artifact.id()),
                artifact.region(),
                artifact.regions().stream().map(CleanText::name).toList(),
                artifact.type(),
                builder,
                CleanText.block(artifact.description(), mask),
                artifact.files().stream().map(this::line).toList(),
                line(artifact.packerId()),
                artifact.builderId(),
                status);
    }

    Problem problem(Problem problem) {
        return new Problem(
                mask.apply(CleanText.name(problem.file())),
                problem.line(),
                problem.column(),
                CleanText.block(problem.message(), mask),
                CleanText.block(problem.cure(), mask));
    }

    /** As much of it as there is room for. */
    String error(String error, long room) {
        int most = (int) Math.max(0, Math.min(room, ReportJson.MOST_TEXT));
        return CleanText.clamp(CleanText.block(error, mask), most);
    }

    /** Those that fit. */
    List<String> errors(List<String> errors) {
        List<String> fitting = new ArrayList<>();
        long room = MOST_CHARS;
        for (String error : errors) {
            String text = error(error, ReportJson.MOST_TEXT);
            room -= text.length();
            if (room > 0 && fitting.size() < ReportJson.MOST) {
                fitting.add(text);
            }
        }
        return fitting;
    }

    /** Roughly how much they are. */
    static long chars(List<Artifact> artifacts) {
        return artifacts.stream()
                .mapToLong(artifact -> artifact.toString().length())
                .sum();
    }

    private String line(String text) {
        return mask.apply(CleanText.clean(text));
    }
}
