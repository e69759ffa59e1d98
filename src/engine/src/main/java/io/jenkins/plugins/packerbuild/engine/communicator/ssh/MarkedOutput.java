package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.communicator.CommandOutput;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/** Takes the marked lines of {@link RemoteLines} out of what a command prints, and remembers what they said. */
final class MarkedOutput implements CommandOutput {

    private static final int KEPT_LINES = 5;

    private final String mark;
    private final CommandOutput next;
    private final Set<String> told = new HashSet<>();
    private final Deque<String> beforeBegin = new ArrayDeque<>();
    private OptionalLong group = OptionalLong.empty();

    MarkedOutput(String mark, CommandOutput next) {
        this.mark = mark;
        this.next = next;
    }

    @Override
    public void stdout(String line) {
        if (!taken(line)) {
            next.stdout(line);
        }
    }

    @Override
    public void stderr(String line) {
        if (!taken(line)) {
            next.stderr(line);
        }
    }

    /** The process group; empty before it was told. */
    OptionalLong group() {
        return group;
    }

    /** Whether it has said that word. */
    boolean told(String word) {
        return told.contains(word);
    }

    /** What was printed before the command began: why it could not. */
    String lastWords() {
        return String.join("; ", beforeBegin);
    }

    private boolean taken(String line) {
        int at = line.indexOf(mark);
        if (at < 0) {
            remember(line);
            return false;
        }
        String word = line.substring(at + mark.length()).strip();
        if (word.startsWith("group ")) {
            group = OptionalLong.of(Long.parseLong(word.substring(6)));
        } else {
            told.add(word);
        }
        if (at > 0) {
            next.stderr(line.substring(0, at));
        }
        return true;
    }

    private void remember(String line) {
        if (told.isEmpty()) {
            beforeBegin.addLast(line);
            if (beforeBegin.size() > KEPT_LINES) {
                beforeBegin.removeFirst();
            }
        }
    }
}
