package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;

/** The controller could not write down what it must not forget. Nothing was done upon it; it may be tried again. */
final class RecordsException extends Exception {

    private static final long serialVersionUID = 1L;

    RecordsException(String place, IOException cause) {
        super(
                "Could not write session record in '" + place + "' on the controller: " + words(cause)
                        + ". Make room there or the directory writable: the session goes on as soon as that is done.",
                cause);
    }

    /** What an exception says, or what it is when it says nothing. */
    static String words(Throwable e) {
        String message = e.getMessage();
        String text = message == null || message.isBlank() ? e.getClass().getSimpleName() : message.strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
