package io.jenkins.plugins.packerbuild.engine.communicator;

import io.jenkins.plugins.packerbuild.engine.event.Narrator;

/**
 * Takes what a command prints, line by line: without line ends and trailing white space, and without what stood before
 * the last carriage return of a line. Called from one thread at a time.
 */
public interface CommandOutput {

    /** A line of standard output. */
    void stdout(String line);

    /** A line of standard error. */
    void stderr(String line);

    /** Tells the lines to people: those of standard error as errors. */
    static CommandOutput to(Narrator narrator) {
        return new CommandOutput() {
            @Override
            public void stdout(String line) {
                narrator.message(line);
            }

            @Override
            public void stderr(String line) {
                narrator.error(line);
            }
        };
    }
}
