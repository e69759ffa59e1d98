package io.jenkins.plugins.packerbuild.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The build log, without secrets: what the session itself has to say, and some of it only once. One thread. */
final class SessionConsole {

    private final SessionPorts ports;
    private final Set<String> said = new HashSet<>();

    SessionConsole(SessionPorts ports) {
        this.ports = ports;
    }

    /** Lines that are masked already. */
    void print(List<String> lines) {
        if (!lines.isEmpty()) {
            ports.listener().print(List.copyOf(lines));
        }
    }

    /** Sentences, masked here. */
    void say(List<String> sentences) {
        List<String> lines = new ArrayList<>();
        sentences.forEach(sentence -> lines.addAll(CleanText.lines(sentence, ports.secrets()::mask)));
        print(lines);
    }

    /** One sentence. */
    void say(String sentence) {
        say(List.of(sentence));
    }

    /** One sentence, when it was not said by this driver before. */
    void once(String sentence) {
        if (said.add(sentence)) {
            say(sentence);
        }
    }
}
