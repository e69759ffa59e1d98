package io.jenkins.plugins.packerbuild.simulator.ssh;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import org.apache.sshd.scp.server.ScpCommandFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.command.CommandFactory;
import org.apache.sshd.server.shell.ShellFactory;

/** What runs for an exec or shell request: the remote side of scp, or whatever it says in the machine. */
final class MachineCommands implements CommandFactory, ShellFactory {

    private static final Pattern SCP = Pattern.compile("scp (?:-[A-Za-z]+ )*-[A-Za-z]*[tf][A-Za-z]* .*");

    private final MachineDirectory machines;
    private final ExecutorService threads;
    private final ScpCommandFactory scp = new ScpCommandFactory();

    MachineCommands(MachineDirectory machines, ExecutorService threads) {
        this.machines = machines;
        this.threads = threads;
    }

    @Override
    public Command createCommand(ChannelSession channel, String line) throws IOException {
        if (SCP.matcher(line.strip()).matches()) {
            return scp.createCommand(channel, unescaped(line.strip()));
        }
        return shell(channel, Optional.of(line));
    }

    @Override
    public Command createShell(ChannelSession channel) throws IOException {
        return shell(channel, Optional.empty());
    }

    private Command shell(ChannelSession channel, Optional<String> line) throws IOException {
        SimulatedMachine machine =
                machines.of(channel.getServerSession()).orElseThrow(() -> new IOException("the machine is gone"));
        return new ShellCommand(machine, line, threads);
    }

    /** A client quotes the path for the shell that would start scp; here is none. */
    private static String unescaped(String line) {
        return line.replace(" -- ", " ").replaceAll("\\\\(.)", "$1");
    }
}
