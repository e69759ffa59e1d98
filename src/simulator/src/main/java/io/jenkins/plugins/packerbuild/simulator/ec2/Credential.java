package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.http.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who signed a request, and for which region, as the Authorization header says. The signature itself is not checked. */
record Credential(String accessKey, String region) {

    private static final Pattern HEADER = Pattern.compile(
            "AWS4-HMAC-SHA256 +Credential=([^/,]+)/\\d{8}/([a-z0-9-]+)/[a-z0-9-]+/aws4_request, *SignedHeaders=[^,]+, *Signature=[0-9a-f]{64}");

    /** The credential of a request; empty if it is not signed. */
    static Optional<Credential> of(Request request) {
        Matcher matcher = HEADER.matcher(request.header("Authorization").orElse(""));
        return matcher.matches() ? Optional.of(new Credential(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
