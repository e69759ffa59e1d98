package io.jenkins.plugins.packerbuild.agent;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * What is asked of the directory that has the engines and sessions of an agent, on that agent. The file of the call is that
 * directory. The answer is what the agent refuses, in words; empty when all went well.
 */
interface StoreCall extends ControllerToAgentFileCallable<String> {

    /** The answer when the engine has to be brought. */
    String MISSING = "missing";

    /** Does it. */
    String on(EngineStore store, Path directory) throws IOException;

    @Override
    default String invoke(File directory, VirtualChannel channel) {
        return answer(directory.toPath());
    }

    /** Does it, and turns what the file system refuses into words. */
    default String answer(Path directory) {
        try {
            return on(new EngineStore(directory), directory);
        } catch (IOException e) {
            return FileWords.of(e);
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /**
     * Whether an engine is there; notes its use, and prunes others.
     *
     * @param thoroughly reads all of it; otherwise its jar has to be there
     */
    record Find(String digest, boolean thoroughly) implements StoreCall {
        @Override
        public String on(EngineStore store, Path directory) throws IOException {
            Files.createDirectories(directory);
            boolean jar = Files.exists(store.directory(digest).resolve(EngineStore.JAR));
            if (thoroughly ? !store.has(digest) : !jar) {
                return MISSING;
            }
            store.touch(digest);
            store.prune(digest, Instant.now());
            return "";
        }
    }

    /** Puts a copied engine in its place. */
    record Adopt(String copy, String digest) implements StoreCall {
        @Override
        public String on(EngineStore store, Path directory) throws IOException {
            store.adopt(directory.resolve(copy), digest);
            store.touch(digest);
            return "";
        }
    }

    /** Makes a session directory with all that an engine starts with. */
    record Prepare(SessionStart start) implements StoreCall {
        @Override
        public String on(EngineStore store, Path directory) throws IOException {
            start.prepare(store);
            return "";
        }
    }

    /** Makes the class-data archive for later builds, once, by a process that goes on without us. */
    record WarmUp(String digest) implements StoreCall {
        @Override
        public String on(EngineStore store, Path directory) throws IOException {
            new Warmup(store, digest).start(Path.of(System.getProperty("java.home")));
            return "";
        }
    }

    /** Removes old session directories that nobody asks for. */
    record Sweep(HashSet<String> known) implements StoreCall {
        @Override
        public String on(EngineStore store, Path directory) throws IOException {
            new OldSessions(directory.resolve("sessions")).sweep(known, Instant.now());
            return "";
        }
    }
}
