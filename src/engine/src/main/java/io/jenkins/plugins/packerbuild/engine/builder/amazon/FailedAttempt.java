package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import java.time.Duration;

/** One request that failed, in EC2's words, before anybody has decided whether to try again. */
final class FailedAttempt extends Exception {

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String code;
    private final String requestId;
    private final transient Duration retryAfter;

    /**
     * @param reason what to act upon
     * @param words the provider's message, or why there was no answer
     * @param code the provider's error code; empty when there was no answer
     * @param requestId the provider's id of the request; may be empty
     * @param retryAfter how long the provider wants to be left alone; zero when it did not say
     * @param cause the SDK's exception
     */
    FailedAttempt(Reason reason, String words, String code, String requestId, Duration retryAfter, Throwable cause) {
        super(words, cause);
        this.reason = reason;
        this.code = code;
        this.requestId = requestId;
        this.retryAfter = retryAfter;
    }

    Reason reason() {
        return reason;
    }

    String words() {
        String text = String.valueOf(getMessage()).strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    String code() {
        return code;
    }

    String requestId() {
        return requestId;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    /** Whether the same request may succeed a little later. */
    boolean worthAnother() {
        return reason == Reason.THROTTLED || reason == Reason.UNAVAILABLE;
    }

    /** Whether nobody was there to answer. */
    boolean unanswered() {
        return reason == Reason.UNAVAILABLE && code.isEmpty();
    }
}
