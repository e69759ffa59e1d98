package io.jenkins.plugins.packerbuild.engine.step;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Gives prepared answers, and an empty line when there are no more; keeps the questions. */
public final class ScriptedOperator implements Operator {

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();

    /** What to answer, in order. */
    public synchronized void answers(String... lines) {
        answers.addAll(List.of(lines));
    }

    /** As {@code build: question}. */
    public synchronized List<String> questions() {
        return List.copyOf(questions);
    }

    @Override
    public synchronized Optional<String> ask(String builder, String question, Cancellation cancellation) {
        questions.add(builder + ": " + question);
        return Optional.of(answers.isEmpty() ? "" : answers.poll());
    }
}
