package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes away what a build has made: by its id, or by its tags when the id never arrived. What is not there (any more) is
 * no failure.
 */
final class Removal {

    /** How long a thing whose create call had no answer is looked for. */
    private static final Duration SEARCH = Duration.ofSeconds(15);

    private static final Duration IN_USE_LIMIT = Duration.ofMinutes(5);
    private static final Duration VOLUMES_LIMIT = Duration.ofMinutes(2);

    private final Ec2 ec2;
    private final Waits waits;
    private final RunTags tags;
    private final EbsNarrator tell;

    Removal(Ec2 ec2, Waits waits, RunTags tags, EbsNarrator tell) {
        this.ec2 = ec2;
        this.waits = waits;
        this.tags = tags;
        this.tell = tell;
    }

    /** Terminates the machine and waits until it has gone. */
    void instance(String id) {
        List<InstanceId> found = id.isEmpty() ? search(this::markedInstances) : List.of(new InstanceId(id));
        if (found.isEmpty()) {
            return;
        }
        tell.terminating();
        for (InstanceId instance : found) {
            if (existsByNow(() -> ec2.terminateInstance(instance))) {
                waits.terminated(instance);
            }
        }
    }

    private List<InstanceId> markedInstances() {
        return ec2.instances(Filters.marked(tags)).stream()
                .filter(instance -> instance.state() != InstanceInfo.State.TERMINATED)
                .map(InstanceInfo::id)
                .toList();
    }

    /** Deletes the volumes of that filter, as soon as the machine has let go of them. */
    void volumes(Filters filters) {
        tell.cleaningVolumes();
        Pace pace = waits.pace(VOLUMES_LIMIT);
        Duration start = pace.clock().uptime();
        boolean any = false;
        for (List<VolumeInfo> left = ec2.volumes(filters); !left.isEmpty(); left = ec2.volumes(filters)) {
            any = true;
            left.stream().filter(VolumeInfo::available).forEach(this::destroy);
            Duration waited = pace.clock().uptime().minus(start);
            if (left.stream().allMatch(VolumeInfo::available)) {
                return;
            }
            if (waited.compareTo(pace.limit()) >= 0) {
                throw stillInUse(left, pace.limit());
            }
            pace.sleep(pace.schedule().next(waited));
        }
        if (!any) {
            tell.noVolumesToClean();
        }
    }

    private BuildException stillInUse(List<VolumeInfo> volumes, Duration waited) {
        String ids = volumes.stream().map(volume -> volume.id().value()).collect(Collectors.joining("', '"));
        return new BuildException(Problem.of("Could not delete volume '" + ids + "' in " + waits.place()
                        + ": it is still in use after " + waited.toSeconds() + " s.")
                .withCure("Delete it when the instance has let go of it."));
    }

    private void destroy(VolumeInfo volume) {
        tell.destroyingVolume(volume.id());
        exists(() -> ec2.deleteVolume(volume.id()));
    }

    /** What carries the build's tags. */
    Filters marked() {
        return Filters.marked(tags);
    }

    /** Nothing to look for. */
    void noVolumes() {
        tell.cleaningVolumes();
        tell.noVolumesToClean();
    }

    /** Deregisters the image and deletes its snapshots, which an image that is still being made may not name yet. */
    void image(String id) {
        List<ImageInfo> found = id.isEmpty()
                ? search(() -> ec2.images(Filters.marked(tags), List.of("self")))
                : ec2.images(Filters.of("image-id", id), List.of("self"));
        if (!found.isEmpty() || !id.isEmpty()) {
            tell.removingImage();
        }
        Set<SnapshotId> snapshots = new LinkedHashSet<>();
        for (ImageInfo image : found) {
            snapshots.addAll(image.snapshots());
            existsByNow(() -> ec2.deregisterImage(image.id()));
        }
        if (found.isEmpty() && !id.isEmpty()) {
            existsByNow(() -> ec2.deregisterImage(new AmiId(id)));
        }
        boolean expected = snapshots.isEmpty() && (!found.isEmpty() || !id.isEmpty());
        snapshots.addAll(expected ? search(this::markedSnapshots) : markedSnapshots());
        snapshots.forEach(snapshot -> exists(() -> whenFree(() -> ec2.deleteSnapshot(snapshot))));
    }

    private List<SnapshotId> markedSnapshots() {
        return ec2.snapshots(Filters.marked(tags));
    }

    /** Deletes the group as soon as no machine is in it. */
    void securityGroup(String id) {
        List<GroupId> found =
                id.isEmpty() ? search(() -> ec2.securityGroups(Filters.marked(tags))) : List.of(new GroupId(id));
        if (!found.isEmpty()) {
            tell.deletingGroup();
        }
        found.forEach(group -> existsByNow(() -> whenFree(() -> ec2.deleteSecurityGroup(group))));
    }

    /** Deletes the key pair. A name that the template chose, and that may belong to another one, is not enough. */
    void keyPair(String id, String name) {
        Filters ours = Filters.marked(tags).and("key-name", name);
        boolean certain = !id.isEmpty() || Site.isUniqueName(name);
        List<String> found = certain ? List.of(name) : search(() -> ec2.keyPairs(ours));
        if (!found.isEmpty()) {
            tell.deletingKeyPair();
        }
        found.forEach(pair -> exists(() -> ec2.deleteKeyPair(pair)));
    }

    private void whenFree(Runnable delete) {
        Pace pace = waits.pace(IN_USE_LIMIT);
        Duration start = pace.clock().uptime();
        while (true) {
            try {
                delete.run();
                return;
            } catch (ProviderException e) {
                Duration waited = pace.clock().uptime().minus(start);
                if (e.reason() != Reason.CONFLICT || waited.compareTo(pace.limit()) >= 0) {
                    throw e;
                }
                pace.sleep(pace.schedule().next(waited));
            }
        }
    }

    /** Looks again for a while: what was made a second ago is not seen at once. */
    private <T> List<T> search(Supplier<List<T>> look) {
        Pace pace = waits.pace(SEARCH);
        Duration start = pace.clock().uptime();
        while (true) {
            List<T> found = look.get();
            Duration waited = pace.clock().uptime().minus(start);
            if (!found.isEmpty() || waited.compareTo(SEARCH) >= 0) {
                return found;
            }
            pace.sleep(waited.isZero() ? Duration.ofSeconds(1) : waited);
        }
    }

    /** Whether the thing was there, also when it was made so shortly ago that not all of EC2 knows it yet. */
    private boolean existsByNow(Runnable call) {
        return !search(() -> exists(call) ? List.of(call) : List.of()).isEmpty();
    }

    /** Whether the thing was there. */
    private static boolean exists(Runnable call) {
        try {
            call.run();
            return true;
        } catch (ProviderException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
