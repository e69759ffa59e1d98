package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.artifact.Image;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An image that was finished, and is not wanted any more: the image goes first, then its snapshots. Once begun, it is not
 * cancelled, or snapshots would be left of which nobody knows.
 */
record UnwantedImage(RegionCloud cloud, Image image) {

    private static final Duration IN_USE_LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Removes it; what is not there is well removed. */
    void remove(BuildScope scope) {
        Ec2 ec2 = cloud.ec2(new Cancellation());
        AmiId id = new AmiId(image.id());
        Set<SnapshotId> snapshots = new LinkedHashSet<>();
        ec2.images(Filters.of("image-id", id.value()), List.of("self"))
                .forEach(found -> snapshots.addAll(found.snapshots()));
        new EbsNarrator(scope.narrator()).removingUnwanted(id);
        unlessGone(() -> ec2.deregisterImage(id));
        List<Problem> remaining = new ArrayList<>();
        for (SnapshotId snapshot : snapshots) {
            try {
                whenFree(() -> unlessGone(() -> ec2.deleteSnapshot(snapshot)));
                new EbsNarrator(scope.narrator()).deletedSnapshot(snapshot);
            } catch (ProviderException e) {
                remaining.add(Problem.of(e.problem().message())
                        .withCure("It is still there; remove it with: aws ec2 delete-snapshot --region "
                                + image.region() + " --snapshot-id " + snapshot));
            }
        }
        if (!remaining.isEmpty()) {
            throw new BuildException(remaining, null);
        }
    }

    private static void unlessGone(Runnable call) {
        try {
            call.run();
        } catch (ProviderException e) {
            if (e.reason() != Reason.NOT_FOUND) {
                throw e;
            }
        }
    }

    /** EC2 needs a moment until it knows that the image has gone. */
    private void whenFree(Runnable delete) {
        Deadline deadline = Deadline.after(cloud.clock(), IN_USE_LIMIT);
        while (true) {
            try {
                delete.run();
                return;
            } catch (ProviderException e) {
                if (e.reason() != Reason.CONFLICT || deadline.isOver()) {
                    throw e;
                }
                cloud.clock().sleep(PAUSE, new Cancellation());
            }
        }
    }
}
