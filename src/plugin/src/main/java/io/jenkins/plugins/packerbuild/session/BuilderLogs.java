package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The logs of all builders of a session. One that cannot be written stays behind; the session goes on. One thread. */
final class BuilderLogs {

    private static final Logger LOG = Logger.getLogger(BuilderLogs.class.getName());

    private final RunFolder folder;
    private final Map<Integer, BuilderLog> logs = new TreeMap<>();
    private boolean troubled;

    private BuilderLogs(RunFolder folder) {
        this.folder = folder;
    }

    /** As they were when the state was made. */
    static BuilderLogs open(RunFolder folder, List<Fields> states) {
        BuilderLogs logs = new BuilderLogs(folder);
        states.forEach(state -> logs.open(state.count("index"), state));
        return logs;
    }

    /** What {@link #open} needs to go on. */
    List<Map<String, Object>> state() {
        List<Map<String, Object>> states = new ArrayList<>();
        logs.forEach((index, log) -> {
            Map<String, Object> state = new LinkedHashMap<>(log.state());
            state.put("index", index);
            states.add(state);
        });
        return states;
    }

    long length(int index) {
        BuilderLog log = logs.get(index);
        return log == null ? 0 : log.length();
    }

    void append(int index, List<String> lines) {
        if (!logs.containsKey(index)) {
            open(index, new Fields(Map.of()));
        }
        BuilderLog log = logs.get(index);
        if (log != null) {
            quietly(() -> log.append(lines));
        }
    }

    /** The state is on disk. */
    void saved() {
        logs.values().forEach(log -> quietly(log::saved));
    }

    /** Nothing more will come. */
    void pack() {
        logs.keySet().forEach(index -> quietly(() -> folder.packLog(index)));
    }

    private void open(int index, Fields state) {
        quietly(() -> logs.put(index, folder.openLog(index, state)));
    }

    private void quietly(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            Level level = troubled ? Level.FINE : Level.WARNING;
            troubled = true;
            LOG.log(level, "Could not write builder logs in '" + folder + "'. They have gaps from here on.", e);
        }
    }

    /** Something that writes. */
    private interface Writing {
        void run() throws IOException;
    }
}
