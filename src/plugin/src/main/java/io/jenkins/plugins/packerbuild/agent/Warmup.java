package io.jenkins.plugins.packerbuild.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the class-data archive with which engines start in half the time: once for each engine and Java of a machine, in a
 * process of its own that takes some seconds. Nothing depends on it. Runs on the agent.
 */
final class Warmup {

    private final EngineStore store;
    private final String digest;

    Warmup(EngineStore store, String digest) {
        this.store = store;
        this.digest = digest;
    }

    /**
     * Starts it unless it was started before, whatever came of that.
     *
     * @return whether a process was started
     */
    boolean start(Path javaHome) throws IOException {
        Path archive = store.archive(digest, javaHome);
        if (!Files.isDirectory(store.directory(digest))) {
            return false;
        }
        if (Files.exists(archive) || !claim(archive.resolveSibling(archive.getFileName() + ".started"))) {
            return false;
        }
        ProcessBuilder builder = new ProcessBuilder(command(javaHome, archive));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.directory(store.directory(digest).toFile());
        builder.start().getOutputStream().close();
        return true;
    }

    private List<String> command(Path javaHome, Path archive) throws IOException {
        Path engine = store.directory(digest);
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin")
                .resolve(File.separatorChar == '\\' ? "java.exe" : "java")
                .toString());
        command.addAll(JvmArgs.engineOptions("warmup", Files.readString(engine.resolve("jvm.options"))));
        command.add("-Dpackerbuild.archive=" + archive);
        command.addAll(List.of("-jar", engine.resolve(EngineStore.JAR).toString(), "warmup"));
        return command;
    }

    private static boolean claim(Path mark) throws IOException {
        try {
            Files.createFile(mark);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }
}
