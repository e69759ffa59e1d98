package io.jenkins.plugins.packerbuild.engine.step;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.util.Optional;

/** The person at the terminal, if there is one. Safe for use by several threads: one question is asked at a time. */
@FunctionalInterface
public interface Operator {

    /** Nobody is there. */
    Operator NOBODY = (builder, question, cancellation) -> Optional.empty();

    /**
     * Asks and waits for a line.
     *
     * @param builder the build that asks
     * @return the line; empty when nobody is there to answer, or when cancelled before there was an answer
     */
    Optional<String> ask(String builder, String question, Cancellation cancellation);
}
