package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.step.Operator;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Asks at the terminal, one question after another. A line is read on a thread of its own, because nothing can wake a read:
 * one that comes after its question was cancelled answers the next. Safe for use by several threads.
 */
final class TerminalOperator implements Operator {

    private final Consumer<String> prompt;
    private final BufferedReader in;
    private final Semaphore turn = new Semaphore(1, true);

    /** Guarded by this, as is what follows. */
    private CompletableFuture<Optional<String>> answer = new CompletableFuture<>();

    private boolean reading;
    private boolean over;

    private TerminalOperator(Terminal terminal, Consumer<String> prompt) {
        this.prompt = prompt;
        this.in = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    }

    /** Whoever sits there; nobody where there is no terminal, or where a program reads what is printed. */
    static Operator at(Terminal terminal, Consumer<String> prompt) {
        return terminal.interactive() && !terminal.machineReadable()
                ? new TerminalOperator(terminal, prompt)
                : Operator.NOBODY;
    }

    @Override
    public Optional<String> ask(String builder, String question, Cancellation cancellation) {
        turn.acquireUninterruptibly();
        try {
            if (cancellation.isCancelled() || isOver()) {
                return Optional.empty();
            }
            CompletableFuture<Optional<String>> awaited = nextLine(); // before anybody can answer
            prompt.accept("==> " + builder + ": " + question + " ");
            try (Cancellation.Registration ignored = cancellation.onCancel(() -> awaited.complete(Optional.empty()))) {
                Optional<String> line = awaited.join();
                if (line.isEmpty()) {
                    prompt.accept("\n");
                }
                return line;
            }
        } finally {
            turn.release();
        }
    }

    private synchronized boolean isOver() {
        return over;
    }

    private synchronized CompletableFuture<Optional<String>> nextLine() {
        answer = new CompletableFuture<>();
        if (!reading) {
            reading = true;
            Thread thread = new Thread(this::read, "terminal");
            thread.setDaemon(true);
            thread.start();
        }
        return answer;
    }

    private void read() {
        Optional<String> line = line();
        synchronized (this) {
            reading = false;
            over = line.isEmpty();
            answer.complete(line);
        }
    }

    /** Empty at the end of the input; one that cannot be read has ended. */
    private Optional<String> line() {
        try {
            return Optional.ofNullable(in.readLine()).map(String::strip);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
