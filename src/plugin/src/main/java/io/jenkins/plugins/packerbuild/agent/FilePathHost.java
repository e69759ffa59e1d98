package io.jenkins.plugins.packerbuild.agent;

import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.packerbuild.session.Look;
import io.jenkins.plugins.packerbuild.session.Purpose;
import io.jenkins.plugins.packerbuild.session.SessionHost;
import io.jenkins.plugins.packerbuild.session.SessionRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** The agent of one session, through Jenkins. Its answers are not believed where they could do harm. */
final class FilePathHost implements SessionHost {

    private final SessionRecord session;
    private final AgentNode agent;
    private final EngineSync sync;
    private final EngineLaunch launch;
    private final TaskListener log;
    private final Map<String, byte[]> seed = new HashMap<>();

    /**
     * For one session.
     *
     * @param launch starts its engine
     * @param log where to say what takes long
     */
    FilePathHost(SessionRecord session, AgentNode agent, EngineSync sync, EngineLaunch launch, TaskListener log) {
        this.session = session;
        this.agent = agent;
        this.sync = sync;
        this.launch = launch;
        this.log = log;
    }

    /** The same with a file that is in the session directory from the start, as the ledger of a dead session. */
    FilePathHost with(String file, byte[] content) {
        seed.put(file, content.clone());
        return this;
    }

    @Override
    public void prepare(byte[] spec) throws IOException, InterruptedException {
        sync.bring(agent, log);
        HashMap<String, byte[]> files = new HashMap<>(seed);
        if (spec.length > 0) {
            files.put("spec.json", spec.clone());
        }
        SessionStart start = new SessionStart(
                session.directory(),
                sync.digest(),
                session.purpose().command(),
                launch.javaHome(),
                new ArrayList<>(launch.jvmOptions()),
                files);
        FilePath store = agent.store();
        String answer = Remote.call(agent.label(), Remote.USUAL, () -> store.act(new StoreCall.Prepare(start)));
        EngineSync.refuse(agent, store, answer);
    }

    @Override
    public void launch() throws IOException, InterruptedException {
        if (!on(new FolderCall.HasFile("launched"))) {
            launch.start(directory(), workingDirectory());
        }
    }

    /** The workspace of a dead session may be gone, and a cleanup needs nothing of it. */
    private String workingDirectory() throws IOException, InterruptedException {
        if (session.purpose() == Purpose.CLEANUP) {
            return session.directory();
        }
        byte[] spec = on(new FolderCall.ReadHead("spec.json", 1 << 20));
        return SpecText.workingDirectory(spec, session.directory());
    }

    @Override
    public Look look(Look.Request request) throws IOException, InterruptedException {
        Look look = on(new FolderCall.LookInto(request));
        if (look.events().length > request.mostBytes()) {
            throw new IOException("Agent " + agent.label() + " has sent more than it was asked for.");
        }
        return look;
    }

    @Override
    public String filesDirectory() {
        char separator = session.directory().indexOf('/') >= 0 ? '/' : '\\';
        return session.directory() + separator + SessionFolder.FILES;
    }

    @Override
    public void answer(byte[] secrets, Map<String, byte[]> files) throws IOException, InterruptedException {
        on(new FolderCall.WriteFiles("secrets.json", secrets, new HashMap<>(files)));
    }

    @Override
    public void requestCancel() throws IOException, InterruptedException {
        on(new FolderCall.WriteFiles("cancel", "by Jenkins\n".getBytes(StandardCharsets.UTF_8), new HashMap<>()));
    }

    @Override
    public byte[] read(String file, int mostBytes) throws IOException, InterruptedException {
        return bounded(on(new FolderCall.ReadHead(file, mostBytes)), mostBytes);
    }

    @Override
    public byte[] tail(String file, int mostBytes) throws IOException, InterruptedException {
        return bounded(on(new FolderCall.ReadTail(file, mostBytes)), mostBytes);
    }

    @Override
    public boolean isAlive(long pid) throws IOException, InterruptedException {
        return on(new FolderCall.IsAlive(pid));
    }

    /** At once what is ours; then what it has left behind, which Jenkins asks nicely, for seconds each. */
    @Override
    public void kill() throws IOException, InterruptedException {
        on(new FolderCall.KillProcesses());
        launch.kill();
    }

    @Override
    public void delete() throws IOException, InterruptedException {
        launch.forget(directory());
        on(new FolderCall.Delete());
    }

    private FilePath directory() throws IOException {
        return agent.path(session.directory());
    }

    private <T> T on(FolderCall<T> call) throws IOException, InterruptedException {
        FilePath directory = directory();
        return Remote.call(agent.label(), Remote.USUAL, () -> directory.act(call));
    }

    private byte[] bounded(byte[] read, int mostBytes) throws IOException {
        if (read.length > mostBytes) {
            throw new IOException("Agent " + agent.label() + " has sent more than it was asked for.");
        }
        return read;
    }
}
