package io.jenkins.plugins.packerbuild.simulator.jail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * No jail at all, for a computer that has none to offer: commands run on the real machine, with the shims first on the
 * path and {@code /tmp} of the command line made that of the machine's disk. Which commands may run is for {@link
 * JailMode} to say. Processes that left the tree of their command are not found when the machine is closed.
 */
final class HostJail implements Jail {

    private final MachineRoot root;
    private final Path shims;
    private final PipePool pipes;
    private final boolean anything;
    private final Set<JailedProcess> running = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /** @param anything whether any command runs, and not only known scripts */
    HostJail(MachineRoot root, Path shims, PipePool pipes, boolean anything) {
        this.root = root;
        this.shims = shims;
        this.pipes = pipes;
        this.anything = anything;
    }

    @Override
    public JailedProcess start(JailCommand command) throws IOException {
        if (ended.isDone()) {
            throw new IOException("the machine is off");
        }
        JailedProcess process = JailedProcess.start(shell(command), environment(command), root.path(), pipes.take());
        running.add(process);
        process.exit().thenRun(() -> running.remove(process));
        return process;
    }

    private List<String> shell(JailCommand command) {
        String line = command.line().orElse("/bin/sh");
        String translated = HostCommand.translate(line, root.path());
        if (anything) {
            return inSession(List.of("/bin/sh", "-c", translated));
        }
        HostCommand parsed = HostCommand.parse(line);
        return inSession(List.of(
                "/bin/sh",
                shims.resolve(".gate").toString(),
                shims.resolve(".known-scripts").toString(),
                parsed.kind().word(),
                root.resolve(parsed.file()).toString(),
                translated));
    }

    private static List<String> inSession(List<String> command) {
        List<String> line = new ArrayList<>();
        HostTools.find("setsid").ifPresent(setsid -> line.add(setsid.toString()));
        line.addAll(command);
        return line;
    }

    private Map<String, String> environment(JailCommand command) {
        Map<String, String> variables = LoginEnvironment.of(command);
        variables.put("HOME", root.resolve(JailCommand.homeOf(command.login())).toString());
        variables.put("PATH", shims + ":" + LoginEnvironment.PATH);
        variables.put("SIM_ROOT", root.path().toString());
        variables.put("SIM_SHIMS", shims.toString());
        return variables;
    }

    @Override
    public CompletionStage<Void> ended() {
        return ended;
    }

    @Override
    public void close() {
        running.forEach(JailedProcess::killTree);
        ended.complete(null);
    }
}
