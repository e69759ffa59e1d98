package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.communicator.CommandOutput;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.StringJoiner;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;
import net.schmizz.sshj.xfer.FileSystemFile;

/**
 * One file to the machine: by SFTP, or through {@code cat} where the machine has none.
 *
 * @param destination the file's path there; {@code ~/} is the login's home
 */
record FileUpload(Path source, String destination, Clock clock) {

    /** Copies it; on cancel the connection is cut, because nothing of the copy runs on. */
    void over(SshLink link, Cancellation cancellation) throws IOException {
        if (!Files.isReadable(source) || Files.isDirectory(source)) {
            throw new IOException("it is not a readable file");
        }
        try (Cancellation.Registration ignored = cancellation.onCancel(link::abort)) {
            if (!bySftp(link)) {
                cancellation.throwIfCancelled();
                byCat(link, cancellation);
            }
        }
    }

    /** Whether the machine has SFTP. */
    private boolean bySftp(SshLink link) throws IOException {
        SFTPClient sftp;
        try {
            sftp = link.client().newSFTPClient();
        } catch (IOException e) {
            if (!link.client().isConnected()) {
                throw e;
            }
            return false;
        }
        try (sftp) {
            String path = destination.startsWith("~/") ? destination.substring(2) : destination;
            sftp.getFileTransfer().setPreserveAttributes(false);
            sftp.put(new FileSystemFile(source.toFile()), path);
            sftp.chmod(path, Integer.parseInt(mode(), 8));
            return true;
        } catch (SFTPException e) {
            throw new IOException(e.getStatusCode() + ": " + e.getMessage(), e);
        }
    }

    private void byCat(SshLink link, Cancellation cancellation) throws IOException {
        CommandChannel channel = link.channel(false);
        StringJoiner words = new StringJoiner("; ");
        CommandOutput output = new CommandOutput() {
            @Override
            public void stdout(String line) {
                words.add(line);
            }

            @Override
            public void stderr(String line) {
                words.add(line);
            }
        };
        try (InputStream content = Files.newInputStream(source);
                Cancellation.Registration ignored = cancellation.onCancel(channel::wake)) {
            channel.exec(RemoteLines.receive(destination, mode()));
            Conversation talk = new Conversation(channel, clock, output).feeding(content);
            talk.runUntil(cancellation::isCancelled);
            if (talk.result().exitStatus() != 0) {
                throw new IOException(
                        "exit status " + talk.result().exitStatus() + (words.length() > 0 ? ", " + words : ""));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancellation.cancel("the thread was interrupted");
            throw new IOException("interrupted", e);
        } finally {
            RemoteRun.close(channel);
        }
    }

    /** The local permission bits in octal; readable by all where the local disk has none. */
    private String mode() throws IOException {
        if (!Files.getFileStore(source).supportsFileAttributeView("posix")) {
            return "644";
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(source);
        int bits = 0;
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            bits = bits << 1 | (permissions.contains(permission) ? 1 : 0);
        }
        return Integer.toOctalString(bits);
    }
}
