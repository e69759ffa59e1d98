package io.jenkins.plugins.packerbuild.metadata;

import hudson.EnvVars;
import hudson.model.Api;
import hudson.model.EnvironmentContributingAction;
import hudson.model.Run;
import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What a Jenkins build knows of its Packer sessions, in the order in which they began. There is one for each run. Used by
 * any thread: the list is never changed, but replaced, under the lock of the run.
 */
@ExportedBean
public class PackerRunAction implements RunAction2, EnvironmentContributingAction, Serializable {
    private static final long serialVersionUID = 1L;
    /** Where it is below the build's page. */
    static final String URL = "packer";

    private volatile ArrayList<SessionResult> sessions = new ArrayList<>();
    /** What the manifest is called among the build's artifacts; null before there is one. */
    private volatile @Nullable String manifest;

    private transient volatile @Nullable Run<?, ?> run;
    private transient volatile @Nullable Names names;

    /** The run's; added if it has none. */
    public static PackerRunAction of(Run<?, ?> run) {
        synchronized (run) {
            PackerRunAction action = run.getAction(PackerRunAction.class);
            if (action == null) {
                action = new PackerRunAction();
                run.addAction(action);
            }
            return action;
        }
    }

    /** What is known of the sessions of a run; empty if it has none. */
    public static List<SessionReport> reports(Run<?, ?> run) {
        PackerRunAction action = run.getAction(PackerRunAction.class);
        return action == null ? List.of() : action.reports();
    }

    /** Takes over what is known now of a session, in memory only. */
    public void update(SessionReport report) {
        synchronized (run()) {
            int place = place(report.id());
            SessionResult before = place < sessions.size() ? sessions.get(place) : null;
            put(place, SessionResult.of(report, before, System.currentTimeMillis() / 1_000));
        }
    }

    /** The same at its end: a sentence of why the session broke is among the errors from then on. */
    public void update(SessionOutcome outcome) {
        update(Broken.report(outcome));
    }

    /** Writes {@code build.xml}: at a session's start, at an artifact, at its end. */
    public void save() throws IOException {
        run().save();
    }

    /** Numbers by the names of all builders: what console lines begin with. */
    public Map<String, Integer> builderNames() {
        List<SessionResult> now = sessions;
        Names known = names;
        if (known == null || known.of() != now) {
            known = Names.of(now);
            names = known;
        }
        return known.numbers();
    }

    /** The names in one state of the sessions. */
    private record Names(List<SessionResult> of, Map<String, Integer> numbers) {
        static Names of(List<SessionResult> sessions) {
            Map<String, Integer> numbers = new LinkedHashMap<>();
            for (SessionResult session : sessions) {
                session.getBuilders().forEach(builder -> numbers.putIfAbsent(builder.getName(), numbers.size()));
            }
            return new Names(sessions, numbers);
        }
    }

    List<SessionReport> reports() {
        return sessions.stream().map(SessionResult::toReport).toList();
    }

    @Nullable String manifest() {
        return manifest;
    }

    void setManifest(String name) {
        manifest = name;
    }

    /** Lets a session have a part in the manifest. */
    void includeInManifest(String id, Map<String, Long> fileSizes) {
        synchronized (run()) {
            int place = place(id);
            if (place < sessions.size()) {
                put(place, sessions.get(place).withFileSizes(fileSizes));
            }
        }
    }

    private void put(int place, SessionResult result) {
        ArrayList<SessionResult> next = new ArrayList<>(sessions);
        if (place < next.size()) {
            next.set(place, result);
        } else {
            next.add(result);
        }
        sessions = next;
    }

    private int place(String id) {
        int place = 0;
        while (place < sessions.size() && !sessions.get(place).getId().equals(id)) {
            place++;
        }
        return place;
    }

    /** For the REST interface: {@code packer/api/json}. */
    public Api getApi() {
        return new Api(this);
    }

    /** The sessions, the first one first. */
    @Exported(inline = true)
    public List<SessionResult> getSessions() {
        return new ArrayList<>(sessions);
    }

    /** The artifacts of all sessions. */
    @Exported(inline = true)
    public List<ArtifactResult> getArtifacts() {
        List<ArtifactResult> all = new ArrayList<>();
        sessions.forEach(session -> all.addAll(session.getArtifacts()));
        return all;
    }

    /** The pages of the builders' logs: {@code packer/log/<session>/<builder>/}. */
    public BuilderLogs getLog() {
        return new BuilderLogs(run(), sessions);
    }

    /** The Jenkins build. */
    public Run<?, ?> getRun() {
        return run();
    }

    private Run<?, ?> run() {
        Run<?, ?> known = run;
        if (known == null) {
            throw new IllegalStateException("The action has not been added to a run.");
        }
        return known;
    }

    @Override
    public void buildEnvironment(Run<?, ?> of, EnvVars env) {
        env.putAll(EnvironmentNames.of(reports()).values());
    }

    @Override
    public void onAttached(Run<?, ?> attached) {
        run = attached;
    }

    @Override
    public void onLoad(Run<?, ?> loaded) {
        run = loaded;
    }

    @Override
    public String getIconFileName() {
        return "symbol-cube";
    }

    @Override
    public String getDisplayName() {
        return "Packer";
    }

    @Override
    public String getUrlName() {
        return URL;
    }
}
