package io.jenkins.plugins.packerbuild.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.step.Operator;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TerminalOperatorTest {

    private final LinkedBlockingQueue<String> prompts = new LinkedBlockingQueue<>();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void asksAndTakesTheLine() throws InterruptedException {
        Operator operator = operator(input(" r \nrest\n"), true, false);

        assertThat(operator.ask("web", "What now?", cancellation)).contains("r");
        assertThat(operator.ask("web", "And now?", cancellation)).contains("rest");
        assertThat(next()).isEqualTo("==> web: What now? ");
        assertThat(next()).isEqualTo("==> web: And now? ");
    }

    @Test
    void hasNoAnswerAfterTheEndOfTheInputAndAsksNoMore() throws InterruptedException {
        Operator operator = operator(input(""), true, false);

        assertThat(operator.ask("web", "What now?", cancellation)).isEmpty();
        assertThat(operator.ask("web", "And now?", cancellation)).isEmpty();
        assertThat(next()).isEqualTo("==> web: What now? ");
        assertThat(next()).isEqualTo("\n");
        assertThat(prompts).isEmpty();
    }

    @Test
    void asksNobodyWithoutATerminalOrWhenAProgramReads() {
        assertThat(operator(input("a\n"), false, false)).isSameAs(Operator.NOBODY);
        assertThat(operator(input("a\n"), true, true)).isSameAs(Operator.NOBODY);
    }

    @Test
    void asksOneQuestionAtATimeAndGivesUpWhenCancelled() throws Exception {
        try (PipedOutputStream keyboard = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(keyboard)) {
            Operator operator = operator(in, true, false);
            CompletableFuture<Optional<String>> first =
                    CompletableFuture.supplyAsync(() -> operator.ask("a", "A?", cancellation));
            assertThat(next()).isEqualTo("==> a: A? ");
            CompletableFuture<Optional<String>> second =
                    CompletableFuture.supplyAsync(() -> operator.ask("b", "B?", new Cancellation()));

            assertThat(prompts).isEmpty();
            cancellation.cancel("a test wants it");
            assertThat(first.get(20, TimeUnit.SECONDS)).isEmpty();
            assertThat(next()).isEqualTo("\n");
            assertThat(next()).isEqualTo("==> b: B? ");
            type(keyboard, "late\n");
            assertThat(second.get(20, TimeUnit.SECONDS)).contains("late");
        }
    }

    @Test
    void asksNothingWhenCancelledBefore() {
        cancellation.cancel("a test wants it");

        assertThat(operator(input("a\n"), true, false).ask("web", "What now?", cancellation))
                .isEmpty();
        assertThat(prompts).isEmpty();
    }

    private Operator operator(InputStream in, boolean interactive, boolean machineReadable) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(in, nowhere, nowhere, Map.of(), Path.of("/work"), interactive, machineReadable);
        return TerminalOperator.at(terminal, prompts::add);
    }

    private String next() throws InterruptedException {
        return String.valueOf(prompts.poll(20, TimeUnit.SECONDS));
    }

    private static void type(PipedOutputStream keyboard, String text) throws IOException {
        keyboard.write(text.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
