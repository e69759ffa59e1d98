package io.jenkins.plugins.packerbuild.session;

/** A session cannot go on. The message is a sentence for the user, with what to do next. */
public class SessionException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With a sentence for the user. */
    public SessionException(String message) {
        super(message);
    }

    /** With a sentence for the user, and what was behind it. */
    public SessionException(String message, Throwable cause) {
        super(message, cause);
    }
}
