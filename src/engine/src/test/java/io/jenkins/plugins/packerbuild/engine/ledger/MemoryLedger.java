package io.jenkins.plugins.packerbuild.engine.ledger;

import io.jenkins.plugins.packerbuild.engine.event.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A ledger for tests: remembers the state of every entry. */
public final class MemoryLedger implements ResourceLedger {

    private final Map<Integer, String> states = new LinkedHashMap<>();
    private final List<String> history = new ArrayList<>();

    @Override
    public synchronized Entry intend(Resource resource) {
        int number = states.size() + 1;
        note(number, resource.kind(), "intent " + resource.mark());
        return new Entry() {
            @Override
            public void created(String id) {
                note(number, resource.kind(), "created " + id);
            }

            @Override
            public void gone() {
                note(number, resource.kind(), "gone");
            }

            @Override
            public void remains(String why, String command) {
                note(number, resource.kind(), "remains " + why + " | " + command);
            }
        };
    }

    /** What is not gone: {@code kind: last state}. */
    public synchronized List<String> open() {
        return states.values().stream()
                .filter(state -> !state.endsWith(": gone"))
                .toList();
    }

    /** Every change in order: {@code kind: state}. */
    public synchronized List<String> history() {
        return List.copyOf(history);
    }

    private synchronized void note(int number, String kind, String state) {
        String line = kind + ": " + state;
        states.put(number, line);
        history.add(line);
    }
}
