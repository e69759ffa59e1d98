package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.template.action.ActionData;
import java.math.BigInteger;

/** Reads {@code max_retries}. */
final class RetryCount {

    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    private RetryCount() {}

    /**
     * Rendered, and a whole number as Go's {@code Atoi} takes it.
     *
     * @throws Complaint when it is none
     */
    static int read(String text, Interpolation interpolation) {
        String rendered = render(text, interpolation);
        if (!rendered.matches("[-+]?[0-9]{1,18}")) {
            throw Complaint.of(
                    "`max_retries` must be a valid integer: strconv.Atoi: parsing " + GoText.quoted(rendered)
                            + ": invalid syntax",
                    "Write a number, as in \"max_retries\": 3.");
        }
        return new BigInteger(rendered).min(MOST).max(MOST.negate()).intValueExact();
    }

    private static String render(String text, Interpolation interpolation) {
        try {
            return interpolation.renderToTheEnd(interpolation.parse(text), ActionData.none());
        } catch (Complaint e) {
            throw e.isFollowUp() ? e : Complaint.of("failed to interpolate `max_retries`: " + e.words(), null);
        }
    }
}
