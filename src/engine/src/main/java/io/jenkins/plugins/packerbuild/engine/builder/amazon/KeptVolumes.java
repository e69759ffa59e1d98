package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The volumes of a machine that do not vanish with it. Used by one thread. */
final class KeptVolumes {

    private final Site site;
    private final Tracked tracked;
    private @Nullable List<VolumeId> known;

    private KeptVolumes(Site site, Tracked tracked) {
        this.site = site;
        this.tracked = tracked;
    }

    /** Before the machine is started. */
    static KeptVolumes announce(Site site) {
        return new KeptVolumes(
                site, site.announce(ResourceKind.VOLUMES, site.tags().runId()));
    }

    /** The machine runs, and these are they. */
    void known(List<VolumeId> volumes) {
        known = List.copyOf(volumes);
        if (!volumes.isEmpty()) {
            tracked.created(volumes.stream().map(VolumeId::value).collect(Collectors.joining(",")));
        }
    }

    /** After the machine has gone. */
    void clean(Cancellation cancellation) {
        Removal removal = site.removal(cancellation);
        tracked.remove(id -> {
            if (known == null) {
                removal.volumes(Filters.marked(site.tags()));
            } else if (known.isEmpty()) {
                removal.noVolumes();
            } else {
                removal.volumes(Filters.of("volume-id", List.of(id.split(","))));
            }
        });
    }
}
