package io.jenkins.plugins.packerbuild.simulator.ssh;

import io.jenkins.plugins.packerbuild.simulator.jail.JailCommand;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.Map;
import org.apache.sshd.common.file.FileSystemFactory;
import org.apache.sshd.common.file.root.RootedFileSystem;
import org.apache.sshd.common.file.root.RootedPath;
import org.apache.sshd.common.session.SessionContext;

/** Shows SFTP and scp the disk of the machine that the client is connected to; relative paths begin at its home. */
final class MachineFiles implements FileSystemFactory {

    private final MachineDirectory machines;

    MachineFiles(MachineDirectory machines) {
        this.machines = machines;
    }

    @Override
    public Path getUserHomeDir(SessionContext session) throws IOException {
        return machine(session).root().resolve(JailCommand.homeOf(session.getUsername()));
    }

    @Override
    public FileSystem createFileSystem(SessionContext session) throws IOException {
        Path root = machine(session).root().path();
        String home = JailCommand.homeOf(session.getUsername());
        return new RootedFileSystem(new DiskFileSystemProvider(), root, Map.of()) {
            @Override
            public RootedPath getDefaultDir() {
                return getPath(home);
            }
        };
    }

    private SimulatedMachine machine(SessionContext session) throws IOException {
        return machines.of(session).orElseThrow(() -> new IOException("the machine is gone"));
    }
}
