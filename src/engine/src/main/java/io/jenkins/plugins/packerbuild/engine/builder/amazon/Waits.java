package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderRefusal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Waits for the slow things of a build. */
final class Waits {

    private static final Duration INSTANCE_LIMIT = Duration.ofMinutes(10);
    private static final Duration IMAGE_LIMIT = Duration.ofMinutes(30);

    /** EC2 needs a while until a new thing is seen by everybody who asks. */
    private static final Duration UNSEEN_LIMIT = Duration.ofMinutes(1);

    private static final Set<InstanceInfo.State> LOST =
            EnumSet.of(InstanceInfo.State.SHUTTING_DOWN, InstanceInfo.State.TERMINATED);

    private final RegionCloud cloud;
    private final Function<Duration, Pace> paces;

    /** @param paces how to wait, from the usual limit */
    Waits(RegionCloud cloud, Function<Duration, Pace> paces) {
        this.cloud = cloud;
        this.paces = paces;
    }

    /** For messages. */
    String place() {
        return cloud.key().place();
    }

    /** How to wait. */
    Pace pace(Duration usualLimit) {
        return paces.apply(usualLimit);
    }

    /** Until the machine runs. */
    InstanceInfo running(InstanceId id) {
        return reach(id, InstanceInfo.State.RUNNING, "start");
    }

    /** Until the machine is down. */
    InstanceInfo stopped(InstanceId id) {
        return reach(id, InstanceInfo.State.STOPPED, "stop");
    }

    private InstanceInfo reach(InstanceId id, InstanceInfo.State wanted, String verb) {
        Watch.Goal<InstanceInfo> goal = (now, waited) -> {
            if (now.isEmpty()) {
                checkUnseen(verb, "instance", id.value(), waited);
                return false;
            }
            InstanceInfo.State state = now.get().state();
            boolean stoppedByItself = wanted == InstanceInfo.State.RUNNING && state == InstanceInfo.State.STOPPED;
            if (LOST.contains(state) || stoppedByItself) {
                throw failure(verb, "instance", id.value(), lost(now.get()));
            }
            return state == wanted;
        };
        Pace pace = paces.apply(INSTANCE_LIMIT);
        try {
            return cloud.await(id, goal, pace).orElseThrow();
        } catch (Watch.TimeOver e) {
            throw tooLong(verb, "instance", id.value(), pace);
        }
    }

    private static String lost(InstanceInfo instance) {
        String state =
                instance.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return "it is " + state + (instance.stateReason().isEmpty() ? "" : ": " + instance.stateReason());
    }

    /** Until the machine has gone. */
    void terminated(InstanceId id) {
        Watch.Goal<InstanceInfo> goal = (now, waited) ->
                now.map(info -> info.state() == InstanceInfo.State.TERMINATED).orElse(true);
        Pace pace = paces.apply(INSTANCE_LIMIT);
        try {
            cloud.await(id, goal, pace);
        } catch (Watch.TimeOver e) {
            throw tooLong("terminate", "instance", id.value(), pace);
        }
    }

    /** Until the image can be used. */
    ImageInfo available(AmiId id) {
        Watch.Goal<ImageInfo> goal = (now, waited) -> {
            if (now.isEmpty()) {
                checkUnseen("create", "AMI", id.value(), waited);
                return false;
            }
            ImageInfo.State state = now.get().state();
            if (state == ImageInfo.State.FAILED || state == ImageInfo.State.DEREGISTERED) {
                String why = now.get().failure();
                throw failure(
                        "create",
                        "AMI",
                        id.value(),
                        "its state is " + state.name().toLowerCase(java.util.Locale.ROOT)
                                + (why.isEmpty() ? "" : ": " + why));
            }
            return state == ImageInfo.State.AVAILABLE;
        };
        Pace pace = paces.apply(IMAGE_LIMIT);
        try {
            Optional<ImageInfo> image = cloud.await(id, goal, pace);
            return image.orElseThrow();
        } catch (Watch.TimeOver e) {
            throw tooLong("create", "AMI", id.value(), pace);
        }
    }

    private void checkUnseen(String verb, String kind, String id, Duration waited) {
        if (waited.compareTo(UNSEEN_LIMIT) > 0) {
            throw failure(verb, kind, id, "it does not exist (any more)");
        }
    }

    private BuildException tooLong(String verb, String kind, String id, Pace pace) {
        String words = "it was not ready after " + pace.limit().toSeconds() + " s";
        return new BuildException(new ProviderRefusal(
                        verb,
                        kind,
                        id,
                        cloud.key().place(),
                        words,
                        "",
                        "Raise `max_attempts` of `aws_polling` when this is normal for its size.")
                .problem());
    }

    private BuildException failure(String verb, String kind, String id, String words) {
        return new BuildException(
                new ProviderRefusal(verb, kind, id, cloud.key().place(), words, "", null).problem());
    }
}
