package io.jenkins.plugins.packerbuild.session;

/**
 * How much of one builder's log is kept: its beginning and its end.
 *
 * @param headBytes of the beginning
 * @param tailBytes of the end
 */
public record LogLimits(long headBytes, long tailBytes) {

    /** 20 MB each. */
    public static final LogLimits USUAL = new LogLimits(20_000_000, 20_000_000);
}
