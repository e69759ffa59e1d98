package io.jenkins.plugins.packerbuild.metadata;

/** Spans of time for people. */
final class Spans {

    private Spans() {}

    /** As in {@code 4 min 12 s}; empty for nothing. */
    static String words(long millis) {
        if (millis <= 0) {
            return "";
        }
        if (millis < 1_000) {
            return millis + "\u00a0ms";
        }
        long seconds = Math.round(millis / 1000.0);
        long minutes = seconds / 60;
        if (minutes == 0) {
            return seconds + "\u00a0s";
        }
        String rest = minutes % 60 + "\u00a0min " + seconds % 60 + "\u00a0s";
        return minutes < 60 ? rest : minutes / 60 + "\u00a0h " + rest;
    }
}
