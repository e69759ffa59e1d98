package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with the API that did not end well. Stays inside of this package: {@link Attempts} either tries again or
 * makes a {@link io.jenkins.plugins.packerbuild.engine.problem.ProviderException} of it.
 */
final class ApiFailure extends RuntimeException {

    /**
     * What is known about it.
     *
     * @param status of HTTP; 0 when no whole answer arrived
     * @param id the API's own code, as in {@code unprocessable_entity}; empty when there was none
     * @param requestId the API's number of the request; empty when there was none
     */
    record Details(int status, String id, String requestId) {}

    private final transient Details details;
    private final boolean hopeless;
    private final boolean sent;

    private ApiFailure(Details details, String words, boolean hopeless, @Nullable Throwable cause) {
        this(details, words, hopeless, true, cause);
    }

    private ApiFailure(Details details, String words, boolean hopeless, boolean sent, @Nullable Throwable cause) {
        super(words, cause);
        this.details = details;
        this.hopeless = hopeless;
        this.sent = sent;
    }

    /** The API answered, and refused. */
    static ApiFailure refused(Details details, String words) {
        return new ApiFailure(details, words, false, null);
    }

    /** No whole answer arrived; what was asked for may have happened or not. */
    static ApiFailure lost(String words, Throwable cause) {
        return new ApiFailure(new Details(0, "", ""), words, false, cause);
    }

    /** No connection came about, so nothing was asked for. */
    static ApiFailure unsent(String words, Throwable cause) {
        return new ApiFailure(new Details(0, "", ""), words, false, false, cause);
    }

    /** No answer can be had there, however often it is tried. */
    static ApiFailure hopeless(String words, @Nullable Throwable cause) {
        return new ApiFailure(new Details(0, "", ""), words, true, cause);
    }

    Details details() {
        return details;
    }

    /** In the API's own words. */
    String words() {
        String text = String.valueOf(getMessage()).strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    boolean isLost() {
        return details.status() == 0;
    }

    boolean isThrottled() {
        return details.status() == 429;
    }

    /** Whether the same request may succeed a little later. */
    boolean mayPass() {
        return !hopeless && (isLost() || isThrottled() || details.status() >= 500);
    }

    /** Whether the API may have done what it was asked for all the same. */
    boolean mayHaveHappened() {
        return !hopeless && sent && (isLost() || details.status() >= 500);
    }

    /** Whether the API can have heard of it. */
    boolean wasSent() {
        return sent;
    }

    Reason reason() {
        return switch (details.status()) {
            case 401, 403 -> Reason.DENIED;
            case 404 -> Reason.NOT_FOUND;
            case 409, 423 -> Reason.CONFLICT;
            case 429 -> Reason.THROTTLED;
            case 422 -> unprocessable();
            default -> mayPass() || hopeless ? Reason.UNAVAILABLE : Reason.OTHER;
        };
    }

    private Reason unprocessable() {
        String text = words().toLowerCase(Locale.ROOT);
        if (text.contains("pending event")) {
            return Reason.CONFLICT;
        }
        return text.contains("droplet limit") ? Reason.CAPACITY : Reason.OTHER;
    }
}
