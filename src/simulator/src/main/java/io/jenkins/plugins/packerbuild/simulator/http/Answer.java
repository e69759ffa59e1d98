package io.jenkins.plugins.packerbuild.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a cloud answers.
 *
 * @param status the HTTP status; {@link #NONE} if the connection is closed without an answer
 * @param headers what goes into the head, {@code Content-Type} included
 * @param body the body as text; empty for none
 */
public record Answer(int status, Map<String, String> headers, String body) {

    private static final int NONE = 0;

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** An answer with a body of that type. */
    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    /** An answer without a body. */
    public static Answer noContent() {
        return new Answer(204, Map.of(), "");
    }

    /** No answer at all: the connection is closed. */
    public static Answer dropped() {
        return new Answer(NONE, Map.of(), "");
    }

    /** The same answer with more headers. */
    public Answer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body);
    }

    /** Whether there is no answer at all. */
    public boolean isDropped() {
        return status == NONE;
    }

    /** Whether the caller did not get what he asked for. */
    public boolean isRefusal() {
        return isDropped() || status >= 400;
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
