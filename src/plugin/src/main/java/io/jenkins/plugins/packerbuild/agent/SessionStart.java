package io.jenkins.plugins.packerbuild.agent;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that has to be in a session directory before its engine starts. Crosses to the agent, and has no secret.
 *
 * @param directory the session directory, absolute
 * @param digest of the engine
 * @param command the engine's command
 * @param java its home; with the archive of that Java, if it is the agent's own
 * @param jvmOptions what the user wants besides
 * @param files by name, as in {@code spec.json}
 */
record SessionStart(
        String directory,
        String digest,
        String command,
        JavaHome java,
        ArrayList<String> jvmOptions,
        HashMap<String, byte[]> files)
        implements Serializable {

    /**
     * A Java.
     *
     * @param path with {@code bin/java}
     * @param ofAgent whether the agent sees it; otherwise it may be one in a container
     */
    record JavaHome(String path, boolean ofAgent) implements Serializable {}

    /** Makes the directory. May be repeated. */
    void prepare(EngineStore store) throws IOException {
        SessionFolder folder = new SessionFolder(Path.of(directory));
        folder.create();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            folder.write(file.getKey(), file.getValue());
        }
        folder.write(SessionFolder.ARGUMENTS, arguments(store).getBytes(StandardCharsets.UTF_8));
    }

    private String arguments(EngineStore store) throws IOException {
        Path engine = store.directory(digest);
        String jar = engine.resolve(EngineStore.JAR).toString();
        String options = Files.readString(engine.resolve("jvm.options"));
        return JvmArgs.of(new JvmArgs.Start(words(), jar, archive(store), jvmOptions), options);
    }

    private List<String> words() {
        return command.equals("cleanup") ? List.of(command, directory) : List.of(command, "-session", directory);
    }

    private String archive(EngineStore store) {
        if (!java.ofAgent()) {
            return "";
        }
        Path archive = store.archive(digest, Path.of(java.path()));
        return Files.isReadable(archive) ? archive.toString() : "";
    }
}
