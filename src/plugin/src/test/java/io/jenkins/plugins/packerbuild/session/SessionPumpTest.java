package io.jenkins.plugins.packerbuild.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionPumpTest {

    private static final int SESSIONS = 50;
    private static final int BUILDERS = 8;
    private static final int SECONDS = 60;

    @TempDir
    private Path root;

    private final SessionPump pump = new SessionPump(Ticker.system());
    private final Map<String, SessionOutcome> outcomes = new ConcurrentHashMap<>();
    private final CountDownLatch deadAgentAnswers = new CountDownLatch(1);

    @AfterEach
    void close() {
        deadAgentAnswers.countDown();
        pump.close();
    }

    private static final class Quiet implements SessionListener {
        @Override
        public void print(List<String> lines) {}

        @Override
        public void changed(SessionReport report) {}
    }

    private SessionDriver driver(String id, String node, SessionHost host) throws IOException {
        Registry registry = new Registry(root.resolve("sessions"));
        SessionRecord record = new SessionRecord(
                id, "job#1", node, "/agent/" + id, Purpose.BUILD, "t.json", Phase.PREPARING, List.of());
        registry.save(record);
        registry.saveSpec(id, "{}".getBytes(StandardCharsets.UTF_8));
        RunFolder folder = new RunFolder(root.resolve("build-" + id), LogLimits.USUAL);
        return SessionDriver.of(
                record, new SessionPorts(host, new FakeSecrets(), new Quiet(), registry, folder, Ticker.system()));
    }

    private static FakeHost finishedEngine() {
        FakeHost host = new FakeHost();
        String[] names = new String[BUILDERS];
        for (int i = 0; i < BUILDERS; i++) {
            names[i] = "b" + i;
        }
        host.begins(names);
        for (String name : names) {
            host.says(name, "hello");
            host.finishes(name, "succeeded", "");
        }
        host.ends(true);
        return host;
    }

    /** Its looks hang until the test lets them go. */
    private SessionHost deadHost(CountDownLatch hanging) {
        FakeHost host = new FakeHost();
        return (SessionHost) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SessionHost.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("look")) {
                        hanging.countDown();
                        deadAgentAnswers.await();
                        throw new IOException("the channel is closed");
                    }
                    return method.invoke(host, arguments);
                });
    }

    @Test
    void letsNobodyWaitForADeadAgent() throws Exception {
        CountDownLatch hanging = new CountDownLatch(SessionPump.THREADS_PER_NODE);
        CountDownLatch others = new CountDownLatch(SESSIONS - 10);
        for (int i = 0; i < 10; i++) {
            pump.add(driver("dead-" + i, "dead", deadHost(hanging)), outcome -> {});
        }
        assertThat(hanging.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        for (int i = 10; i < SESSIONS; i++) {
            String id = "live-" + i;
            pump.add(driver(id, "node-" + i % 7, finishedEngine()), outcome -> {
                outcomes.put(id, outcome);
                others.countDown();
            });
        }

        assertThat(others.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(deadAgentAnswers.getCount()).isOne();
        assertThat(outcomes).hasSize(SESSIONS - 10).allSatisfy((id, outcome) -> {
            assertThat(outcome.success()).isTrue();
            assertThat(outcome.report().builders()).hasSize(BUILDERS);
        });
        assertThat(pump.find("dead-0")).isPresent();
        long threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("packer-build pump"))
                .count();
        assertThat(threads).isLessThanOrEqualTo(SessionPump.THREADS + 1);
    }

    @Test
    void forgetsASessionAfterItsOutcomeWasHeardOnce() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        FakeHost host = finishedEngine();
        pump.add(driver("one", "n", host), outcome -> {
            assertThat(outcomes.put("one", outcome)).isNull();
            ended.countDown();
        });
        assertThat(ended.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        awaitGone("one");

        assertThat(host.calls).endsWith("delete");
        assertThat(new Registry(root.resolve("sessions")).list()).isEmpty();
    }

    @Test
    void keepsASessionWhoseOutcomeNobodyCouldRecord() throws Exception {
        FakeHost host = finishedEngine();
        pump.add(driver("one", "n", host), outcome -> {
            throw new IllegalStateException("disk full");
        });
        awaitGone("one");

        assertThat(host.calls).doesNotContain("delete");
        assertThat(new Registry(root.resolve("sessions")).list())
                .extracting(SessionRecord::phase)
                .containsExactly(Phase.ENDED);
    }

    @Test
    void tellsAnOutcomeOnceAlsoWhenTheConclusionFails() throws Exception {
        FakeHost host = finishedEngine();
        AtomicInteger told = new AtomicInteger();
        AtomicInteger deleted = new AtomicInteger();
        host.beforeDelete = () -> {
            if (deleted.incrementAndGet() == 1) {
                throw new AssertionError("something worse");
            }
        };
        PumpedSession session =
                new PumpedSession(driver("one", "n", host), outcome -> told.incrementAndGet(), Duration.ZERO);
        while (session.driver().turn().isPresent()) {
            continue;
        }

        assertThatThrownBy(session::conclude).isInstanceOf(AssertionError.class);
        session.conclude();

        assertThat(told).hasValue(1);
        assertThat(deleted).hasValue(2);
    }

    @Test
    void endsASessionWhoseAgentAnswersWithClassesThatAreNotThere() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        FakeHost host = new FakeHost();
        host.fault = new NoClassDefFoundError("some/Class");
        pump.add(driver("one", "n", host), outcome -> {
            outcomes.put("one", outcome);
            ended.countDown();
        });

        assertThat(ended.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(requireNonNull(outcomes.get("one")).failure()).contains("NoClassDefFoundError");
    }

    @Test
    void takesATurnAtOnceWhenHurried() throws Exception {
        FakeHost host = new FakeHost();
        host.begins("web");
        SessionDriver driver = driver("one", "n", host);
        pump.add(driver, outcome -> {});
        await(() -> driver.record().phase() == Phase.RUNNING);
        driver.cancel("aborted by Jane", Duration.ofMinutes(10));
        pump.hurry("one");
        pump.hurry("unknown");

        await(() -> host.calls.contains("cancel"));
        assertThat(pump.find("one")).contains(driver);
        assertThatThrownBy(() -> pump.add(driver, outcome -> {})).isInstanceOf(IllegalStateException.class);
        pump.close();
        assertThat(new Registry(root.resolve("sessions")).list())
                .extracting(SessionRecord::phase)
                .containsExactly(Phase.RUNNING);
    }

    private void awaitGone(String id) {
        await(() -> pump.find(id).isEmpty());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
