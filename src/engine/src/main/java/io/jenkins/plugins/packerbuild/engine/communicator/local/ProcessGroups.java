package io.jenkins.plugins.packerbuild.engine.communicator.local;

import io.jenkins.plugins.packerbuild.engine.communicator.ProcessFamily;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts programs in a process group of their own, where there is {@code setsid}, and ends them with all that they have
 * started. Where the engine has a terminal they stay in its group: they may have to ask for a password there, and an
 * interrupt from the keyboard is meant for them as well.
 */
final class ProcessGroups {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final boolean POSIX = Files.isExecutable(SHELL);

    /** TERM, 5 s, KILL, and as much again for a slow machine. */
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(15);

    private ProcessGroups() {}

    /** Whether there is a POSIX shell, and what goes with it. */
    static boolean posix() {
        return POSIX;
    }

    /** What stands before a program and its arguments. */
    static List<String> prefix(Programs programs) {
        Optional<Path> setsid = POSIX && !hasTerminal() ? programs.find("setsid") : Optional.empty();
        return setsid.map(path -> List.of(path.toString())).orElse(List.of());
    }

    private static boolean hasTerminal() {
        try (InputStream terminal = new FileInputStream("/dev/tty")) {
            return terminal != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** What a program reads that is to read nothing. */
    static ProcessBuilder.Redirect nothing() {
        return ProcessBuilder.Redirect.from(Path.of(POSIX ? "/dev/null" : "NUL").toFile());
    }

    /** Ends it and all that it has started, and returns when nothing of it is left. */
    static void end(Process process) throws InterruptedException {
        List<ProcessHandle> family = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        if (!POSIX || !endByShell(process.pid())) {
            family.forEach(ProcessHandle::destroyForcibly);
        }
        process.waitFor(KILL_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Once more as root, where that needs no password, because the children of sudo belong to root. */
    private static boolean endByShell(long leader) throws InterruptedException {
        String script = ProcessFamily.endingScript(leader);
        return succeeds(List.of(SHELL.toString(), "-c", script))
                || succeeds(List.of("sudo", "-n", SHELL.toString(), "-c", script));
    }

    private static boolean succeeds(List<String> words) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(words))
                .redirectInput(nothing())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process killer = Forks.start(builder);
            boolean ended = killer.waitFor(KILL_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            killer.destroyForcibly();
            return ended && killer.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
