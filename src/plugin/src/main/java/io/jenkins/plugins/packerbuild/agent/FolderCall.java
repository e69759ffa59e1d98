package io.jenkins.plugins.packerbuild.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.packerbuild.session.Look;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import jenkins.agents.ControllerToAgentFileCallable;

/** What is asked of a session directory, on the agent that has it. The file of the call is the session directory. */
interface FolderCall<T> extends ControllerToAgentFileCallable<T> {

    /** Does it. */
    T on(SessionFolder folder, Path directory) throws IOException;

    @Override
    default T invoke(File directory, VirtualChannel channel) throws IOException {
        return on(new SessionFolder(directory.toPath()), directory.toPath());
    }

    /** Looks. */
    record LookInto(Look.Request request) implements FolderCall<Look> {
        @Override
        public Look on(SessionFolder folder, Path directory) throws IOException {
            return folder.look(request);
        }
    }

    /** Reads the beginning of a file. */
    record ReadHead(String name, int mostBytes) implements FolderCall<byte[]> {
        @Override
        public byte[] on(SessionFolder folder, Path directory) throws IOException {
            return folder.head(name, mostBytes);
        }
    }

    /** Reads the end of a file. */
    record ReadTail(String name, int mostBytes) implements FolderCall<byte[]> {
        @Override
        public byte[] on(SessionFolder folder, Path directory) throws IOException {
            return folder.tail(name, mostBytes);
        }
    }

    /** Writes one file, after credentials that are files. */
    record WriteFiles(String name, byte[] content, HashMap<String, byte[]> credentials) implements FolderCall<Boolean> {
        @Override
        public Boolean on(SessionFolder folder, Path directory) throws IOException {
            folder.writeFiles(credentials);
            folder.write(name, content);
            return true;
        }
    }

    /** Whether a file is there. */
    record HasFile(String name) implements FolderCall<Boolean> {
        @Override
        public Boolean on(SessionFolder folder, Path directory) {
            return folder.has(name);
        }
    }

    /** Whether the engine still runs. */
    record IsAlive(long pid) implements FolderCall<Boolean> {
        @Override
        public Boolean on(SessionFolder folder, Path directory) {
            return folder.isAlive(pid);
        }
    }

    /** Ends whatever the directory's engine is and has started. */
    record KillProcesses() implements FolderCall<Integer> {
        @Override
        public Integer on(SessionFolder folder, Path directory) throws IOException {
            String pid = new String(folder.head("pid", 20), StandardCharsets.UTF_8).strip();
            return Processes.kill(directory, pid.matches("[0-9]{1,18}") ? Long.parseLong(pid) : 0);
        }
    }

    /** Deletes the directory. */
    record Delete() implements FolderCall<Boolean> {
        @Override
        public Boolean on(SessionFolder folder, Path directory) throws IOException {
            folder.delete();
            return true;
        }
    }
}
