package io.jenkins.plugins.packerbuild.engine.step;

import java.util.Optional;

/**
 * What a build asks its operator, in Packer's words.
 *
 * @param scope of the build that asks
 * @param conduct how it goes
 */
record Pauses(BuildScope scope, Conduct conduct) {

    /** What is to become of a build whose step has failed. */
    enum Choice {
        CLEANUP,
        ABORT,
        RETRY
    }

    private static final String QUESTION = "[c] Clean up and exit, [a] abort without cleanup,"
            + " or [r] retry step (build may fail even if retry succeeds)?";

    void afterRun(String step) {
        pause("after run of", step);
    }

    void beforeCleanup(String step) {
        pause("before cleanup of", step);
    }

    private void pause(String moment, String step) {
        if (conduct.pauses()) {
            ask("Pausing " + moment + " step '" + step + "'. Press enter to continue.");
        }
    }

    /** With nobody to ask, it is cleaned up. */
    Choice afterFailure(String step, String failure) {
        scope.narrator().error(failure);
        scope.narrator().say("Step \"" + step + "\" failed");
        while (true) {
            String answer = ask(QUESTION).orElse("");
            switch ((answer.strip() + "c").charAt(0)) {
                case 'c', 'C' -> {
                    return Choice.CLEANUP;
                }
                case 'a', 'A' -> {
                    return Choice.ABORT;
                }
                case 'r', 'R' -> {
                    return Choice.RETRY;
                }
                default -> scope.narrator().say("Incorrect input: \"" + answer.strip() + "\"");
            }
        }
    }

    private Optional<String> ask(String question) {
        return conduct.operator().ask(scope.narrator().builder(), question, scope.cancellation());
    }
}
