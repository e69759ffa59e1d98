package io.jenkins.plugins.packerbuild.run;

import io.jenkins.plugins.packerbuild.options.BuildOptions;
import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import io.jenkins.plugins.packerbuild.session.SessionReport;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an outcome means for the build that wanted it.
 *
 * @param kind what becomes of the step
 * @param sentence what is said about it; empty for a success
 */
public record Verdict(Kind kind, String sentence) {

    private static final int LONGEST_ERROR = 1000;

    /** What becomes of a step. */
    public enum Kind {
        /** It returns. */
        SUCCESS,
        /** It returns, and the failure shows on it. */
        RETURNED_FAILURE,
        /** It returns, and the result of the build is unstable. */
        UNSTABLE,
        /** It fails. */
        FAILURE
    }

    /** For an outcome that nobody has stopped. */
    public static Verdict of(SessionOutcome outcome, BuildOptions options) {
        if (outcome.success()) {
            return new Verdict(Kind.SUCCESS, "");
        }
        boolean partial =
                outcome.failure().isEmpty() && !named(outcome, Status.SUCCEEDED).isEmpty();
        Kind otherwise = options.isFailOnError() ? Kind.FAILURE : Kind.RETURNED_FAILURE;
        return new Verdict(partial && options.isUnstableOnPartial() ? Kind.UNSTABLE : otherwise, sentence(outcome));
    }

    private static String sentence(SessionOutcome outcome) {
        SessionReport report = outcome.report();
        if (!outcome.failure().isEmpty()) {
            return outcome.failure();
        }
        List<SessionReport.Builder> failed = named(outcome, Status.FAILED);
        if (!failed.isEmpty()) {
            return failed.size() + " of " + report.builders().size() + " builds failed: "
                    + failed.stream()
                            .map(builder -> builder.name() + ": " + builder.error())
                            .collect(Collectors.joining("; "))
                            .transform(Verdict::shortened);
        }
        if (!report.problems().isEmpty()) {
            return "Template '" + report.template() + "' has "
                    + count(report.problems().size(), "problem") + ".";
        }
        if (!report.errors().isEmpty()) {
            return shortened(String.join(" ", report.errors()));
        }
        if (!report.leftovers().isEmpty()) {
            return "All was built, but " + count(report.leftovers().size(), "resource")
                    + " could not be removed from the cloud; the log has the commands that do it.";
        }
        return "The builds of template '" + report.template() + "' were cancelled.";
    }

    private static List<SessionReport.Builder> named(SessionOutcome outcome, Status status) {
        return outcome.report().builders().stream()
                .filter(builder -> builder.status() == status)
                .toList();
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR) + "…";
    }
}
