package io.jenkins.plugins.packerbuild.engine.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactingListenerTest {

    private static final int LONGEST = 1 << 16;

    private final RecordingListener heard = new RecordingListener();
    private final Redactor redactor = new Redactor();
    private final Narrator narrator = new Narrator("web", new RedactingListener(redactor, List.of(heard)));

    @Test
    void passesOnATextOfUsualLengthAsItIs() {
        narrator.say("one\ntwo");

        assertThat(heard.said()).containsExactly("say: one\ntwo");
    }

    @Test
    void partsALongTextAtTheEndsOfItsLines() {
        String line = "x".repeat(40_000);

        narrator.message(line + "\n" + line + "\n" + line);

        assertThat(heard.said()).containsExactly("message: " + line, "message: " + line, "message: " + line);
    }

    @Test
    void partsALongLineWithoutLosingAnything() {
        String line = "🚀".repeat(100_000);

        narrator.error(line);

        assertThat(heard.said()).allMatch(said -> said.length() <= LONGEST + "error: ".length());
        assertThat(String.join("", heard.said()).replace("error: ", "")).isEqualTo(line);
    }

    @Test
    void takesSecretsOutBeforeItParts() {
        redactor.add(Secret.of("correct-horse-battery"));

        narrator.say("x".repeat(LONGEST - 5) + "correct-horse-battery");

        assertThat(String.join("", heard.said())).doesNotContain("correct", "horse", "battery");
    }
}
