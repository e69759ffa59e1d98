package io.jenkins.plugins.packerbuild.agent;

import hudson.EnvVars;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Launcher;
import hudson.init.Terminator;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.packerbuild.config.PackerBuildGlobalConfiguration;
import io.jenkins.plugins.packerbuild.session.Purpose;
import io.jenkins.plugins.packerbuild.session.Registry;
import io.jenkins.plugins.packerbuild.session.RunFolder;
import io.jenkins.plugins.packerbuild.session.SessionDriver;
import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import io.jenkins.plugins.packerbuild.session.SessionPorts;
import io.jenkins.plugins.packerbuild.session.SessionPump;
import io.jenkins.plugins.packerbuild.session.SessionRecord;
import io.jenkins.plugins.packerbuild.session.SessionReport;
import io.jenkins.plugins.packerbuild.session.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/**
 * All sessions of this controller: where they begin, go on after a restart, and are cancelled. Safe for use by several
 * threads; what may take seconds is not for the threads that run Pipeline programs.
 */
@Extension
public final class Sessions {

    private final Ticker ticker = Ticker.system();
    private final SessionPump pump = new SessionPump(ticker);
    private @Nullable EngineSync sync;

    /** The one of this controller. */
    public static Sessions get() {
        return ExtensionList.lookupSingleton(Sessions.class);
    }

    /** Sessions go on without us, and are picked up after the start. */
    @Terminator
    public static void stop() {
        get().pump.close();
    }

    /**
     * Checks what a step wants, and remembers the session. Nothing is started yet. May take seconds.
     *
     * @param id a UUID that the step has saved before, so that it finds the session again
     * @throws hudson.AbortException with sentences for the user
     */
    public SessionRecord begin(String id, StartRequest request) throws IOException, InterruptedException {
        AgentNode agent = new AgentNode(request.place().node().getNodeName(), ticker);
        return new SessionBegin(id, request, agent, registry()).begin();
    }

    /**
     * Starts a session that has begun, and leads it to its end.
     *
     * @param ended hears the outcome once, on a thread of the pump; not while Jenkins goes down
     */
    public void pump(SessionRecord session, StartRequest request, Consumer<SessionOutcome> ended) throws IOException {
        ResumeContext context = new ResumeContext(
                request.place().run(),
                request.place().log(),
                request.launchContext(),
                request.secrets(),
                request.listener());
        lead(session, context, ended);
    }

    /**
     * Goes on with a session after a restart of the controller; of one that has ended meanwhile, tells the outcome.
     *
     * @param ended hears the outcome once, perhaps on this thread; not while Jenkins goes down
     */
    public void resume(String id, ResumeContext context, Consumer<SessionOutcome> ended) throws IOException {
        Optional<SessionRecord> session =
                registry().find(id).filter(found -> found.purpose() != Purpose.CLEANUP && !isFollowed(id));
        if (session.isPresent()) {
            lead(session.get(), context, ended);
        } else {
            ended.accept(outcomeOf(context.run(), id));
        }
    }

    /** What came of a session that the registry does not know any more. */
    public static SessionOutcome outcomeOf(Run<?, ?> run, String id) throws IOException {
        return LostSession.outcome(id, folder(run, id));
    }

    /** Asks a session's engine to stop and to clean up; kills it when that takes longer than {@code grace}. */
    public void cancel(String id, String why, Duration grace) {
        pump.find(id).ifPresent(driver -> driver.cancel(why, grace));
        pump.hurry(id);
    }

    /** Ends a session's engine without any cleanup. */
    public void kill(String id, String why) {
        pump.find(id).ifPresent(driver -> driver.kill(why));
        pump.hurry(id);
    }

    /** What is known of a session that has not ended. */
    public Optional<SessionReport> report(String id) {
        return pump.find(id).map(SessionDriver::report);
    }

    /** How far a session is, in one line for humans; empty when it has ended. */
    public String status(String id) {
        return pump.find(id).map(SessionDriver::status).orElse("");
    }

    /** Whether somebody leads this session to its end. */
    public boolean isFollowed(String id) {
        return pump.find(id).isPresent();
    }

    /** Leads a session whose build is over to its end: by the agent's own means, and with nothing of the build's. */
    public void adopt(SessionRecord session, Adoption adoption) throws IOException {
        LaunchContext nothing = new LaunchContext(EnvVars::new, () -> noLauncher(session), "", List.of());
        FilePathHost host = host(session, nothing, TaskListener.NULL);
        if (session.purpose() == Purpose.CLEANUP) {
            host.with("ledger.jsonl", registry().ledger(session.id()));
        }
        lead(session, host, adoption);
    }

    /** What the reaper does on an agent itself. */
    public AgentChores chores(String node) {
        return new AgentChores(new AgentNode(node, ticker));
    }

    /** What the controller remembers. */
    public Registry registry() {
        return new Registry(
                Jenkins.get().getRootDir().toPath().resolve("packer-build").resolve("sessions"));
    }

    /** What is kept of a session in its build's directory. */
    public static RunFolder folder(Run<?, ?> run, String id) {
        return new RunFolder(
                run.getRootDir().toPath().resolve("packer-build").resolve(id),
                PackerBuildGlobalConfiguration.get().logLimits());
    }

    private void lead(SessionRecord session, ResumeContext context, Consumer<SessionOutcome> ended) throws IOException {
        RunFolder folder = folder(context.run(), session.id());
        Adoption adoption = new Adoption(context.secrets(), context.listener(), folder, outcome -> {
            ended.accept(outcome);
            warmUp(session.node());
        });
        lead(session, host(session, context.launch(), context.log()), adoption);
    }

    private void lead(SessionRecord session, FilePathHost host, Adoption adoption) {
        SessionPorts ports =
                new SessionPorts(host, adoption.secrets(), adoption.listener(), registry(), adoption.folder(), ticker);
        pump.add(SessionDriver.of(session, ports), outcome -> {
            requireRunning();
            adoption.ended().accept(outcome);
        });
    }

    private FilePathHost host(SessionRecord session, LaunchContext context, TaskListener log) throws IOException {
        AgentNode agent = new AgentNode(session.node(), ticker);
        return new FilePathHost(session, agent, sync(), new EngineLaunch(session.id(), agent, context, log), log);
    }

    private synchronized EngineSync sync() throws IOException {
        if (sync == null) {
            sync = EngineSync.of(EnginePlace.directory());
        }
        return sync;
    }

    private static Launcher noLauncher(SessionRecord session) throws IOException {
        throw new IOException("Session '" + session.id() + "' has lost its container");
    }

    /** A step that ends now would not be saved as ended; it hears the outcome after the start. */
    private static void requireRunning() {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        if (jenkins == null || jenkins.isTerminating()) {
            throw new IllegalStateException("Jenkins is going down; the outcome is told after its start");
        }
    }

    private void warmUp(String node) {
        try {
            new AgentWarmup(sync()).after(new AgentNode(node, ticker));
        } catch (IOException e) {
            AgentWarmup.note(node, e);
        }
    }
}
