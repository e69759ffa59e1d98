package io.jenkins.plugins.packerbuild.engine.builder.amazon;

/**
 * What makes two builders share one client.
 *
 * @param login who we are
 * @param region as in {@code us-east-1}
 * @param endpoint a base URL for every service; empty for AWS's own
 * @param line how requests are sent
 */
record CloudKey(AwsLogin login, String region, String endpoint, Line line) {

    /**
     * How requests are sent.
     *
     * @param insecure whether any certificate will do
     * @param retries how often to try again
     */
    record Line(boolean insecure, int retries) {}

    /** For messages, as in {@code aws us-east-1}. */
    String place() {
        return "aws " + region + (endpoint.isEmpty() ? "" : " at " + endpoint);
    }
}
