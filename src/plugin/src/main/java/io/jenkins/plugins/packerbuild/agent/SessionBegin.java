package io.jenkins.plugins.packerbuild.agent;

import hudson.AbortException;
import hudson.FilePath;
import hudson.Launcher;
import io.jenkins.plugins.packerbuild.session.EngineSpecJson;
import io.jenkins.plugins.packerbuild.session.Phase;
import io.jenkins.plugins.packerbuild.session.Registry;
import io.jenkins.plugins.packerbuild.session.SessionRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The beginning of one session: its checks, and what is remembered of it before anything is started. */
final class SessionBegin {

    private final String id;
    private final StartRequest request;
    private final AgentNode agent;
    private final Registry registry;

    SessionBegin(String id, StartRequest request, AgentNode agent, Registry registry) {
        this.id = id;
        this.request = request;
        this.agent = agent;
        this.registry = registry;
    }

    SessionRecord begin() throws IOException, InterruptedException {
        String directory = directory();
        checkFiles();
        sayWhere();
        SessionRecord session = new SessionRecord(
                id,
                request.place().run().getExternalizableId(),
                agent.name(),
                directory,
                request.work().purpose(),
                request.work().template(),
                Phase.PREPARING,
                List.of());
        registry.saveSpec(id, EngineSpecJson.write(request.spec()));
        registry.save(session);
        return session;
    }

    private String directory() throws IOException {
        try {
            return agent.store().child("sessions").child(id).getRemote();
        } catch (IOException e) {
            throw new AbortException("Could not start packer-build for template '"
                    + request.work().template() + "': " + e.getMessage() + " Try again when it is back.");
        }
    }

    private void checkFiles() throws IOException, InterruptedException {
        String workspace = request.place().environment().getOrDefault("WORKSPACE", "");
        PathCheck check = new PathCheck(
                workspace,
                request.work().template(),
                new ArrayList<>(request.work().varFiles()));
        FilePath directory = request.place().directory();
        List<String> problems = Remote.call(agent.label(), Remote.USUAL, () -> {
            directory.mkdirs(); // nobody has made a workspace in which nothing was done so far
            return directory.act(check);
        });
        if (!problems.isEmpty()) {
            throw new AbortException(String.join("\n", problems));
        }
    }

    /** Inside of a container, people expect the engine to run there. */
    private void sayWhere() {
        Launcher launcher = request.place().launcher();
        boolean plain = launcher.getClass().getName().startsWith("hudson.Launcher");
        if (!plain && request.java().home().isEmpty()) {
            request.place()
                    .log()
                    .getLogger()
                    .println("packer-build runs on agent " + agent.label()
                            + " itself, not in the container. With javaHome it runs in the container, by its Java.");
        }
    }
}
