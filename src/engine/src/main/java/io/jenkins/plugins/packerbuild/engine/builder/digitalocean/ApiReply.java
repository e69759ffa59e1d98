package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import java.util.Map;
import java.util.Optional;

/**
 * What DigitalOcean's API answered to one request.
 *
 * @param status of HTTP
 * @param headers names in lower case
 * @param body JSON; empty for none
 */
record ApiReply(int status, Map<String, String> headers, String body) {

    ApiReply {
        headers = Map.copyOf(headers);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** A header that is a whole number of seconds. */
    Optional<Long> seconds(String header) {
        return Optional.ofNullable(headers.get(header))
                .filter(value -> value.matches("\\d{1,15}"))
                .map(Long::valueOf);
    }
}
