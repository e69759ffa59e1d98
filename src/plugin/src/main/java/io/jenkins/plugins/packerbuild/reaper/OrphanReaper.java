package io.jenkins.plugins.packerbuild.reaper;

import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.packerbuild.agent.Sessions;
import io.jenkins.plugins.packerbuild.agent.SpecText;
import io.jenkins.plugins.packerbuild.session.Phase;
import io.jenkins.plugins.packerbuild.session.Purpose;
import io.jenkins.plugins.packerbuild.session.Registry;
import io.jenkins.plugins.packerbuild.session.SessionRecord;
import io.jenkins.plugins.packerbuild.session.Ticker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * Goes through all sessions that Jenkins remembers, and takes care of those that nobody leads any more. One round at a
 * time; a round may take seconds.
 */
final class OrphanReaper {

    private static final Logger LOGGER = Logger.getLogger(OrphanReaper.class.getName());

    private final Attempts attempts;
    private final Agents agents;
    private final Sweeps sweeps;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile List<LeftThing> left = List.of();

    OrphanReaper(Ticker ticker) {
        attempts = new Attempts(ticker);
        agents = new Agents(ticker);
        sweeps = new Sweeps(ticker);
    }

    /** What is left and is not being removed, as of the last round. */
    List<LeftThing> left() {
        return left;
    }

    /** Does not wait any longer with what is left, and removes also what was left on purpose. */
    void tryAgain() throws IOException, InterruptedException {
        for (SessionRecord session : Sessions.get().registry().list()) {
            attempts.want(session.id());
        }
        round();
    }

    /** One round. Of many who ask while one goes on, as when all agents come online, one gets the next. */
    void round() throws IOException, InterruptedException {
        if (asked.compareAndSet(false, true)) {
            nextRound();
        }
    }

    private synchronized void nextRound() throws IOException, InterruptedException {
        asked.set(false);
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            Registry registry = Sessions.get().registry();
            Set<String> ids = new HashSet<>();
            for (SessionRecord session : registry.list()) {
                ids.add(session.id());
                look(session, registry);
            }
            attempts.keep(ids);
            List<SessionRecord> rest = registry.list();
            left = left(rest, registry);
            sweeps.sweep(agents.online(), rest);
        }
    }

    private void look(SessionRecord session, Registry registry) throws InterruptedException {
        try {
            Run<?, ?> run = run(session);
            Orphan orphan = orphan(session, run, registry);
            Orphan.Decision decision = orphan.decide();
            LOGGER.log(Level.FINE, "session {0}: {1} {2}", new Object[] {session.id(), orphan, decision});
            Care care = new Care(session, run, attempts);
            switch (decision) {
                case LEAVE -> {}
                case FORGET -> care.forget();
                case ADOPT -> care.adopt();
                case CLEAN_UP -> care.cleanUp(Places.of(session.node(), agents.online()));
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "Could not take care of session '" + session.id() + "' of " + session.run(), e);
        }
    }

    private Orphan orphan(SessionRecord session, @Nullable Run<?, ?> run, Registry registry) throws IOException {
        boolean wanted = attempts.isWanted(session.id());
        boolean onPurpose = !wanted
                && session.purpose() != Purpose.CLEANUP
                && SpecText.leavesOnPurpose(registry.spec(session.id()));
        return new Orphan(
                new Orphan.Progress(
                        session.purpose(), session.phase(), Sessions.get().isFollowed(session.id())),
                new Orphan.Build(run != null && run.isBuilding()),
                agents.state(session.node()),
                new Orphan.Leftovers(
                        !registry.leftovers(session.id()).isEmpty(), onPurpose, attempts.isDue(session.id())));
    }

    private static @Nullable Run<?, ?> run(SessionRecord session) {
        try {
            return Run.fromExternalizableId(session.run());
        } catch (IllegalArgumentException | AccessDeniedException e) {
            LOGGER.log(Level.FINE, "no build '" + session.run() + "'", e);
            return null;
        }
    }

    private static List<LeftThing> left(List<SessionRecord> sessions, Registry registry) throws IOException {
        List<LeftThing> things = new ArrayList<>();
        for (SessionRecord session : sessions) {
            // What a running session has is no leftover.
            if (session.phase() == Phase.ENDED && !Sessions.get().isFollowed(session.id())) {
                registry.leftovers(session.id()).forEach(one -> things.add(new LeftThing(session, one)));
            }
        }
        return List.copyOf(things);
    }
}
