package io.jenkins.plugins.packerbuild.simulator.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Named pipes made in batches, because making one costs a process. Safe for use by several threads at once. */
final class PipePool {

    private static final int BATCH = 32;

    private final Path directory;
    private final Deque<Pipes> free = new ArrayDeque<>();
    private int made;

    PipePool(Path directory) {
        this.directory = directory;
    }

    synchronized Pipes take() throws IOException {
        if (free.isEmpty()) {
            makeMore();
        }
        return free.removeFirst();
    }

    synchronized void giveBack(Pipes pipes) {
        free.addFirst(pipes);
    }

    private void makeMore() throws IOException {
        Files.createDirectories(directory);
        List<String> command = new ArrayList<>(List.of("mkfifo", "-m", "600"));
        for (int i = made; i < made + BATCH; i++) {
            Pipes pipes = new Pipes(this, at(i, "out"), at(i, "err"), at(i, "said"));
            free.add(pipes);
            command.add(pipes.outPath().toString());
            command.add(pipes.errPath().toString());
        }
        made += BATCH;
        HostTools.run(command);
    }

    private Path at(int number, String suffix) {
        return directory.resolve(number + "." + suffix);
    }
}
