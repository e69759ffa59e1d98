package io.jenkins.plugins.packerbuild.agent;

import hudson.FilePath;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.packerbuild.session.SessionHost;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings the engine to agents: once for each agent and version, in one stream, verified there before it is used. Safe for
 * use by several threads; an agent gets one copy at a time.
 */
final class EngineSync {

    private static final Duration COPY_LIMIT = Duration.ofMinutes(10);
    private static final Duration VERIFY_LIMIT = Duration.ofMinutes(2);

    private final Path engine;
    private final String digest;
    private final Map<String, Lock> copying = new ConcurrentHashMap<>();

    /** Agents whose engine was read in full since they came online. */
    private final Map<String, WeakReference<VirtualChannel>> verified = new ConcurrentHashMap<>();

    private EngineSync(Path engine, String digest) {
        this.engine = engine;
        this.digest = digest;
    }

    /** Of the engine in a directory, which is read once. */
    static EngineSync of(Path engine) throws IOException {
        return new EngineSync(engine, EngineDigest.of(engine));
    }

    /** The engine's name on agents. */
    String digest() {
        return digest;
    }

    /**
     * Makes sure that the engine is there.
     *
     * @throws SessionHost.BusyException when it is being brought there for somebody else
     * @throws SessionHost.RefusedException when the agent will not have it
     * @throws IOException when the agent is away
     */
    void bring(AgentNode agent, TaskListener log) throws IOException, InterruptedException {
        Lock lock = copying.computeIfAbsent(agent.name(), name -> new ReentrantLock());
        if (!lock.tryLock(1, TimeUnit.SECONDS)) {
            throw new SessionHost.BusyException("The engine is being copied to agent " + agent.label() + ".");
        }
        try {
            bringAlone(agent, log);
        } finally {
            lock.unlock();
        }
    }

    private void bringAlone(AgentNode agent, TaskListener log) throws IOException, InterruptedException {
        VirtualChannel channel = agent.channel();
        FilePath store = agent.store();
        WeakReference<VirtualChannel> before = verified.get(agent.name());
        boolean thoroughly = before == null || before.get() != channel;
        String answer =
                Remote.call(agent.label(), VERIFY_LIMIT, () -> store.act(new StoreCall.Find(digest, thoroughly)));
        if (answer.equals(StoreCall.MISSING)) {
            log.getLogger().println("Copying packer-build's engine to agent " + agent.label() + ".");
            answer = copy(agent, store);
        }
        refuse(agent, store, answer);
        verified.put(agent.name(), new WeakReference<>(channel));
    }

    private String copy(AgentNode agent, FilePath store) throws IOException, InterruptedException {
        FilePath copy = store.child(digest + ".part." + UUID.randomUUID());
        try {
            return Remote.call(agent.label(), COPY_LIMIT, () -> {
                copy.mkdirs();
                new FilePath(engine.toFile()).copyRecursiveTo("**", copy);
                return store.act(new StoreCall.Adopt(copy.getName(), digest));
            });
        } catch (IOException e) {
            discard(agent, copy, e);
            if (agent.isAway(e)) {
                throw e;
            }
            return FileWords.of(e);
        }
    }

    private static void discard(AgentNode agent, FilePath copy, IOException why) throws InterruptedException {
        try {
            Remote.call(agent.label(), Remote.USUAL, () -> {
                copy.deleteRecursive();
                return true;
            });
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** Makes a sentence of an agent's words. */
    static void refuse(AgentNode agent, FilePath store, String words) throws SessionHost.RefusedException {
        if (!words.isEmpty()) {
            throw new SessionHost.RefusedException(
                    "Could not prepare packer-build in '" + store.getRemote() + "' on agent " + agent.label() + ": "
                            + words.strip()
                            + ". Make room on the disk, and let the agent's user write into that directory.");
        }
    }
}
