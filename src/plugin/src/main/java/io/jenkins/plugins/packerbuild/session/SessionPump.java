package io.jenkins.plugins.packerbuild.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes turns with all sessions of the controller, on a bounded number of threads: at most one turn of a session, and few
 * of one agent, at a time. One agent that does not answer delays no session of another. Safe for use by several threads.
 */
public final class SessionPump implements AutoCloseable {

    static final int THREADS = 16;
    static final int THREADS_PER_NODE = 2;

    private static final Logger LOG = Logger.getLogger(SessionPump.class.getName());
    private static final long IDLE_SECONDS = 30;
    private static final long PATIENCE_SECONDS = 5;
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

    private final Ticker ticker;
    private final ThreadPoolExecutor pool;
    private final Thread scheduler;

    /** By session id, in the order in which they came. Guarded by this. */
    private final Map<String, PumpedSession> sessions = new LinkedHashMap<>();

    /** Turns that are being taken, by node. Guarded by this. */
    private final Map<String, Integer> busy = new HashMap<>();

    /** Guarded by this. */
    private boolean closed;

    /** One that has no session yet. */
    public SessionPump(Ticker ticker) {
        this.ticker = ticker;
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> daemon(work, "packer-build pump " + number.incrementAndGet()));
        pool.allowCoreThreadTimeOut(true);
        scheduler = daemon(this::schedule, "packer-build pump");
        scheduler.start();
    }

    /**
     * Leads this session to its end from now on.
     *
     * @param ended hears the outcome once, on a thread of the pump; then the session is concluded
     */
    public synchronized void add(SessionDriver driver, Consumer<SessionOutcome> ended) {
        String id = driver.record().id();
        if (sessions.containsKey(id)) {
            throw new IllegalStateException("session " + id + " is being pumped already");
        }
        sessions.put(id, new PumpedSession(driver, ended, ticker.uptime()));
        notifyAll();
    }

    /** The session's next turn is due now. */
    public synchronized void hurry(String id) {
        PumpedSession session = sessions.get(id);
        if (session != null) {
            session.hurry(ticker.uptime());
            notifyAll();
        }
    }

    /** A session that has not ended. */
    public synchronized Optional<SessionDriver> find(String id) {
        return Optional.ofNullable(sessions.get(id)).map(PumpedSession::driver);
    }

    /** Takes no more turns. Sessions stay as they are, for the next start. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        pool.shutdown();
        try {
            if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void schedule() {
        try {
            while (!closed) {
                Duration now = ticker.uptime();
                due(now).forEach(this::start);
                long nanos = untilNext(ticker.uptime()).toNanos();
                if (nanos > 0) {
                    wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those whose turn can be taken, the longest waiting first. */
    private synchronized List<PumpedSession> due(Duration now) {
        List<PumpedSession> due = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>(busy);
        int free = THREADS - busy.values().stream().mapToInt(Integer::intValue).sum();
        List<PumpedSession> waiting = sessions.values().stream()
                .filter(session -> session.isDue(now))
                .sorted(Comparator.comparing(PumpedSession::due))
                .toList();
        for (PumpedSession session : waiting) {
            int ofNode = taken.getOrDefault(session.node(), 0);
            if (free > due.size() && ofNode < THREADS_PER_NODE) {
                taken.put(session.node(), ofNode + 1);
                due.add(session);
            }
        }
        return due;
    }

    /** Sessions that are due but find no thread are looked at again when a turn ends. */
    private synchronized Duration untilNext(Duration now) {
        return sessions.values().stream()
                .filter(session -> !session.isTaken() && session.due().compareTo(now) > 0)
                .map(session -> session.due().minus(now))
                .min(Comparator.naturalOrder())
                .orElse(Duration.ofHours(1));
    }

    private synchronized void start(PumpedSession session) {
        String node = session.take();
        busy.merge(node, 1, Integer::sum);
        pool.execute(() -> turn(session, node));
    }

    private void turn(PumpedSession session, String node) {
        Optional<Duration> next = Optional.empty();
        boolean interrupted = false;
        try {
            next = session.driver().turn();
            if (next.isEmpty()) {
                session.conclude();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (RuntimeException | Error e) {
            // Whoever waits for it would wait for ever without another try.
            LOG.log(Level.SEVERE, "Could not take a turn of session " + session.id() + "; it is tried again", e);
            next = Optional.of(AFTER_TROUBLE);
        }
        over(session, node, interrupted ? Optional.of(Duration.ofSeconds(1)) : next);
    }

    private synchronized void over(PumpedSession session, String node, Optional<Duration> next) {
        busy.computeIfPresent(node, (name, count) -> count == 1 ? null : count - 1);
        next.ifPresentOrElse(wait -> session.giveBack(ticker.uptime(), wait), () -> sessions.remove(session.id()));
        notifyAll();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
