package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderRefusal;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An account's region without a network: things have states and take time by the test's clock. Keeps every call, and can
 * be told to refuse one, or to lose its answer.
 */
final class FakeCloud implements Ec2Line {

    /** A machine. */
    static final class Machine {
        final LaunchRequest request;
        InstanceInfo.State wanted = InstanceInfo.State.RUNNING;
        Duration since;

        Machine(LaunchRequest request, Duration since) {
            this.request = request;
            this.since = since;
        }
    }

    /** An image. */
    record Picture(ImageInfo info, Duration since) {}

    /** A thing with tags. */
    record Thing(String name, Map<String, String> tags) {}

    /** What happens at a call: before it has had its effect, or after. */
    private record Event(boolean before, Runnable action) {}

    final Clock clock;
    final Map<InstanceId, Machine> machines = new LinkedHashMap<>();
    final Map<AmiId, Picture> images = new LinkedHashMap<>();
    final Map<GroupId, Thing> groups = new LinkedHashMap<>();
    final Map<String, Thing> keyPairs = new LinkedHashMap<>();
    final Map<VolumeId, Thing> volumes = new LinkedHashMap<>();
    final Map<SnapshotId, Thing> snapshots = new LinkedHashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, Deque<Event>> events = new HashMap<>();
    private int numbers;

    /** How long a machine or an image is on its way. */
    Duration instanceLatency = Duration.ofSeconds(15);

    Duration imageLatency = Duration.ofSeconds(90);

    /** How long a new snapshot is neither listed nor named by its image. */
    Duration snapshotsUnseenFor = Duration.ZERO;

    private final Map<SnapshotId, Duration> snapshotsSince = new HashMap<>();

    FakeCloud(Clock clock) {
        this.clock = clock;
        publish("ubuntu/images/old", "2024-01-01T00:00:00.000Z");
        publish("ubuntu/images/new", "2025-01-01T00:00:00.000Z");
    }

    private void publish(String name, String date) {
        AmiId id = new AmiId(number("ami"));
        ImageInfo.Origin origin = new ImageInfo.Origin(name, date, "099720109477", "");
        Map<String, String> tags = Map.of("Release", "noble");
        images.put(
                id,
                new Picture(
                        new ImageInfo(id, ImageInfo.State.AVAILABLE, "", origin, "ebs", List.of(), tags),
                        Duration.ofDays(-1)));
    }

    synchronized String number(String prefix) {
        return prefix + "-" + ++numbers;
    }

    /** The next call of that method is refused. */
    void refuse(String method, Reason reason) {
        refuse(method, reason, "Refused");
    }

    /** The next call of that method is refused with that code. */
    void refuse(String method, Reason reason, String code) {
        during(method, true, () -> {
            throw refusal(reason, method, code);
        });
    }

    /** The next call of that method has its effect, but its answer is lost. */
    void loseAnswer(String method) {
        during(method, false, () -> {
            throw refusal(Reason.UNAVAILABLE, method, "");
        });
    }

    /** At the next call of that method, before its effect. */
    void at(String method, Runnable action) {
        during(method, true, action);
    }

    /** At the next call of that method, after its effect. */
    void after(String method, Runnable action) {
        during(method, false, action);
    }

    private synchronized void during(String method, boolean before, Runnable action) {
        events.computeIfAbsent(method, missing -> new ArrayDeque<>()).add(new Event(before, action));
    }

    /** Every call, as in {@code terminateInstance i-7}. */
    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** Calls of that method so far. */
    synchronized long count(String method) {
        return calls.stream().filter(call -> call.split(" ")[0].equals(method)).count();
    }

    synchronized <T> T call(String method, String details, Cancellation cancellation, Supplier<T> effect) {
        cancellation.throwIfCancelled();
        calls.add((method + " " + details).strip());
        Event event = events.getOrDefault(method, new ArrayDeque<>()).poll();
        if (event != null && event.before) {
            event.action.run();
        }
        T result = effect.get();
        if (event != null && !event.before) {
            event.action.run();
        }
        return result;
    }

    static ProviderException refusal(Reason reason, String method, String code) {
        return new ProviderException(
                reason, new ProviderRefusal(method, "thing", "", "aws fake", "the fake says no", code, null), null);
    }

    InstanceInfo.State state(Machine machine) {
        boolean arrived = clock.uptime().minus(machine.since).compareTo(instanceLatency) >= 0;
        if (arrived) {
            return machine.wanted;
        }
        return switch (machine.wanted) {
            case STOPPED -> InstanceInfo.State.STOPPING;
            case TERMINATED -> InstanceInfo.State.SHUTTING_DOWN;
            default -> InstanceInfo.State.PENDING;
        };
    }

    void addSnapshot(SnapshotId id, Map<String, String> tags) {
        snapshots.put(id, new Thing("", tags));
        snapshotsSince.put(id, clock.uptime());
    }

    boolean shows(SnapshotId id) {
        return clock.uptime().minus(snapshotsSince.get(id)).compareTo(snapshotsUnseenFor) >= 0;
    }

    boolean holds(GroupId group) {
        return machines.values().stream()
                .anyMatch(machine -> state(machine) != InstanceInfo.State.TERMINATED
                        && machine.request.network().groups().contains(group));
    }

    /** What the account still has, besides what AWS publishes: {@code instance i-3}. */
    synchronized List<String> left() {
        List<String> left = new ArrayList<>();
        machines.forEach((id, machine) -> {
            if (state(machine) != InstanceInfo.State.TERMINATED) {
                left.add("instance " + id);
            }
        });
        images.values().stream()
                .filter(picture -> picture.info.origin().owner().equals("self"))
                .forEach(picture -> left.add("image " + picture.info.origin().name()));
        groups.keySet().forEach(id -> left.add("group " + id));
        keyPairs.keySet().forEach(name -> left.add("key pair " + name));
        volumes.keySet().forEach(id -> left.add("volume " + id));
        snapshots.keySet().forEach(id -> left.add("snapshot " + id));
        return left;
    }

    @Override
    public Ec2 within(Cancellation cancellation) {
        return new FakeEc2(this, cancellation);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
