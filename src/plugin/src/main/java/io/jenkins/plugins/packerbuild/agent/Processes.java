package io.jenkins.plugins.packerbuild.agent;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Processes of this machine that belong to a session directory, told by their arguments. */
final class Processes {

    private Processes() {}

    /** Whether such a process runs; where arguments cannot be seen, whether it runs at all. */
    static boolean runsFor(long pid, Path session) {
        return pid > 0
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> mentions(process, session).orElse(true))
                        .isPresent();
    }

    /**
     * Ends all of a session's processes, with what they have started, without any cleanup.
     *
     * @param pid of the engine; used where arguments cannot be seen; 0 when nobody knows
     * @return how many
     */
    static int kill(Path session, long pid) {
        long own = ProcessHandle.current().pid();
        int killed = 0;
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            boolean ours = mentions(process, session).orElse(process.pid() == pid);
            if (ours && process.pid() != own) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                killed++;
            }
        }
        return killed;
    }

    private static Optional<Boolean> mentions(ProcessHandle process, Path session) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.stream(arguments).anyMatch(argument -> argument.contains(session.toString())));
    }
}
