package io.jenkins.plugins.packerbuild.agent;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that holds a session's lock until it is killed or its standard input ends. */
final class LockHolder {

    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            System.out.print(lock.isValid() ? "x" : "-");
            System.out.flush();
            System.in.transferTo(System.err);
        }
    }
}
