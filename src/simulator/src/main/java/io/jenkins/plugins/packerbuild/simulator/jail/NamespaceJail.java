package io.jenkins.plugins.packerbuild.simulator.jail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A machine in namespaces of its own. One process, its init, holds them; every command joins them by {@code nsenter}, so
 * that commands see and can kill each other. The init ends when its standard input does, that is also when this process
 * is killed, and all processes of the machine end with it.
 */
final class NamespaceJail implements Jail {

    private static final Pattern INIT_PID = Pattern.compile("\"child-pid\": *([0-9]+)");

    /** Starts a command in the login's home, as sshd does. */
    private static final String LOG_IN = "cd \"$HOME\" 2>/dev/null || cd /; unset OLDPWD; exec \"$@\"";

    private final Process init;
    private final List<String> join;
    private final PipePool pipes;
    private final Path root;

    private NamespaceJail(Process init, List<String> join, PipePool pipes, Path root) {
        this.init = init;
        this.join = join;
        this.pipes = pipes;
        this.root = root;
    }

    /** Starts the init and waits until it has its root. */
    static NamespaceJail boot(List<String> initCommand, Path root, PipePool pipes) throws IOException {
        Process init = new ProcessBuilder(initCommand).redirectErrorStream(true).start();
        try {
            return new NamespaceJail(init, join(readPid(init)), pipes, root);
        } catch (IOException e) {
            init.destroyForcibly();
            throw e;
        }
    }

    private static String readPid(Process init) throws IOException {
        BufferedReader said = new BufferedReader(new InputStreamReader(init.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            Matcher pid = INIT_PID.matcher(all);
            if (line.equals("ready") && pid.find()) {
                return pid.group(1);
            }
        }
        throw new IOException(
                "Could not start a machine in namespaces: " + all.toString().strip());
    }

    private static List<String> join(String pid) {
        return List.of(
                HostTools.pathOf("nsenter"),
                "--preserve-credentials",
                "-U",
                "-m",
                "-p",
                "-n",
                "-i",
                "-u",
                "-t",
                pid,
                "--",
                "setsid",
                "/bin/sh",
                "-c",
                LOG_IN,
                "sh");
    }

    @Override
    public JailedProcess start(JailCommand command) throws IOException {
        if (!init.isAlive()) {
            throw new IOException("the machine is off");
        }
        List<String> line = new ArrayList<>(join);
        line.addAll(shell(command));
        return JailedProcess.start(line, LoginEnvironment.of(command), root, pipes.take());
    }

    private static List<String> shell(JailCommand command) {
        if (command.terminal().isEmpty()) {
            return command.line().map(line -> List.of("/bin/sh", "-c", line)).orElse(List.of("/bin/sh", "-l"));
        }
        String start = "stty " + command.terminal().get().sttyWords() + "; exec /bin/sh ";
        String inside = start + command.line().map(line -> "-c " + quote(line)).orElse("-l");
        return List.of("script", "-q", "-e", "-f", "-E", "never", "-c", inside, "/dev/null");
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\"'\"'") + "'";
    }

    @Override
    public CompletionStage<Void> ended() {
        return init.onExit().thenAccept(process -> {});
    }

    @Override
    public void close() {
        init.children().forEach(ProcessHandle::destroyForcibly);
        init.onExit().join();
    }
}
