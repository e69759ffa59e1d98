package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A session with fakes of all its ports, in virtual time, or in real time where a real engine is its peer. */
final class Rig implements SessionListener {

    static final String ID = "0c1f8e9a-0000-4000-8000-000000000001";

    private static final long REAL_REST_NANOS = 30_000_000;

    final VirtualTicker ticker = new VirtualTicker();
    private final boolean live;
    final FakeSecrets secrets = new FakeSecrets();
    final List<String> lines = new ArrayList<>();
    final List<SessionReport> reports = new ArrayList<>();
    final Registry registry;
    final Path build;
    private final SessionHost host;
    private final LogLimits limits;
    SessionDriver driver;

    Rig(Path root, SessionHost host) throws IOException {
        this(root, host, Purpose.BUILD, LogLimits.USUAL);
    }

    /** With a real engine that does this; empty for a cleanup. */
    Rig(Path root, LocalHost host, Purpose purpose, byte[] spec) throws IOException {
        this(root, host, purpose, LogLimits.USUAL, true);
        registry.saveSpec(ID, spec);
    }

    Rig(Path root, SessionHost host, Purpose purpose, LogLimits limits) throws IOException {
        this(root, host, purpose, limits, false);
    }

    private Rig(Path root, SessionHost host, Purpose purpose, LogLimits limits, boolean live) throws IOException {
        this.live = live;
        this.host = host;
        this.limits = limits;
        this.registry = new Registry(root.resolve("sessions"));
        this.build = root.resolve("build");
        SessionRecord record = new SessionRecord(
                ID, "images/base#12", "linux-1", "/agent/session", purpose, "example.json", Phase.PREPARING, List.of());
        registry.save(record);
        registry.saveSpec(ID, "{}".getBytes(StandardCharsets.UTF_8));
        this.driver = SessionDriver.of(record, ports());
    }

    SessionPorts ports() {
        return new SessionPorts(
                host,
                secrets,
                this,
                registry,
                folder(),
                live ? () -> Ticker.system().uptime().plus(ticker.uptime()) : ticker);
    }

    /** As somebody else sees it. */
    RunFolder folder() {
        return new RunFolder(build, limits);
    }

    /** One turn; time passes until the next. */
    Optional<Duration> turn() {
        try {
            Optional<Duration> next = driver.turn();
            next.ifPresent(this::rest);
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rest(Duration until) {
        if (live) {
            LockSupport.parkNanos(Math.min(until.toNanos(), REAL_REST_NANOS));
        } else {
            ticker.advance(until);
        }
    }

    /** Some turns. */
    void turns(int count) {
        for (int i = 0; i < count; i++) {
            turn();
        }
    }

    /** Turns until the time has passed, or all is over. */
    void pass(Duration time) {
        Duration end = ticker.uptime().plus(time);
        while (ticker.uptime().compareTo(end) < 0 && turn().isPresent()) {
            continue;
        }
    }

    /** Turns until all is over. */
    SessionOutcome end() {
        for (int i = 0; i < 10_000; i++) {
            if (turn().isEmpty()) {
                return driver.outcome();
            }
        }
        throw new AssertionError("no end after 10,000 turns: " + driver.status() + "\n" + text());
    }

    /** Turns until something is so. */
    void until(BooleanSupplier condition) {
        for (int i = 0; i < 10_000 && !condition.getAsBoolean(); i++) {
            if (turn().isEmpty()) {
                throw new AssertionError("it has ended before: " + driver.outcome() + "\n" + text());
            }
        }
    }

    /** Throws the driver away, as a crash of the controller does. */
    void restart() throws IOException {
        driver = SessionDriver.of(registry.find(ID).orElseThrow(), ports());
    }

    /** What the build log has. */
    String text() {
        return String.join("\n", lines);
    }

    String log(int index) throws IOException {
        return new String(folder().log(index).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void print(List<String> more) {
        lines.addAll(more);
    }

    @Override
    public void changed(SessionReport report) {
        reports.add(report);
    }
}
