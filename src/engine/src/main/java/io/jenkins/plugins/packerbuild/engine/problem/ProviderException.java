package io.jenkins.plugins.packerbuild.engine.problem;

import org.jspecify.annotations.Nullable;

/** A provider refused or could not be reached. Classified at the client's edge: nobody above looks at SDK types. */
public final class ProviderException extends BuildException {

    /** What callers act upon. */
    public enum Reason {
        /** The thing does not exist (any more, or not yet). */
        NOT_FOUND,
        /** Credentials are missing, wrong, or do not suffice. */
        DENIED,
        /** Too many requests; another try later may succeed. */
        THROTTLED,
        /** The thing is in a state, or in a use, that forbids it; another try later may succeed. */
        CONFLICT,
        /** The provider has no room for another machine. */
        CAPACITY,
        /** No answer: name, connection, TLS, time-out, 5xx. */
        UNAVAILABLE,
        /** Everything else, above all a bad request. */
        OTHER
    }

    private final Reason reason;

    /** With the parts of its sentence and the SDK's exception as cause. */
    public ProviderException(Reason reason, ProviderRefusal refusal, @Nullable Throwable cause) {
        super(refusal.problem(), cause);
        this.reason = reason;
    }

    /** What callers act upon. */
    public Reason reason() {
        return reason;
    }
}
