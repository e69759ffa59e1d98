package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Something temporary that must go.
 *
 * @param kind of it
 * @param id the provider's; empty when its answer never arrived
 * @param mark by which it is found without its id: a name, or for snapshots {@code <droplet id>:<name>}
 * @param runTag which it carries, if it is a droplet
 */
record Leftover(Kind kind, String id, String mark, String runTag) {

    /** How long DigitalOcean may be busy with it. */
    private static final Duration BUSY_LIMIT = Duration.ofMinutes(15);

    /** How long a thing whose create call had no answer is looked for. */
    private static final Duration SEARCH = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** What there is to remove. */
    enum Kind {
        SSH_KEY("ssh-key"),
        DROPLET("droplet"),
        SNAPSHOT("snapshot"),
        TAG("tag");

        private final String ledgerName;

        Kind(String ledgerName) {
            this.ledgerName = ledgerName;
        }

        /** As in the ledger. */
        String ledgerName() {
            return ledgerName;
        }

        static Optional<Kind> of(String ledgerName) {
            return List.of(values()).stream()
                    .filter(kind -> kind.ledgerName.equals(ledgerName))
                    .findFirst();
        }
    }

    /**
     * Removes it. What is not there is well removed. Waits, as long as the API's cancellation allows, while DigitalOcean
     * is still busy with it.
     */
    void remove(DigitalOcean api) {
        switch (kind) {
            case SSH_KEY -> removeKey(api);
            case DROPLET -> removeDroplets(api);
            case SNAPSHOT -> removeSnapshots(api);
            case TAG -> removeTag(api);
        }
    }

    private void removeKey(DigitalOcean api) {
        if (id.isEmpty()) {
            api.keyNamed(mark).ifPresent(key -> api.deleteKey(key.id()));
        } else {
            api.deleteKey(Long.parseLong(id));
        }
    }

    private void removeDroplets(DigitalOcean api) {
        if (!id.isEmpty()) {
            whenQuiet(api, () -> api.deleteDroplet(Long.parseLong(id)));
            return;
        }
        search(
                        api,
                        () -> api.dropletsTagged(runTag).stream()
                                .filter(droplet -> droplet.name().equals(mark))
                                .toList())
                .forEach(droplet -> whenQuiet(api, () -> api.deleteDroplet(droplet.id())));
    }

    private void removeSnapshots(DigitalOcean api) {
        if (!id.isEmpty()) {
            whenQuiet(api, () -> api.deleteImage(Long.parseLong(id)));
            return;
        }
        awaitUnlocked(api);
        search(
                        api,
                        () -> api.dropletSnapshots().stream()
                                .filter(snapshot -> mark.equals(mark(snapshot.dropletId(), snapshot.name())))
                                .toList())
                .forEach(snapshot -> whenQuiet(api, () -> api.deleteImage(snapshot.id())));
    }

    /** While it is being made, a snapshot can be neither seen nor stopped. */
    private void awaitUnlocked(DigitalOcean api) {
        long droplet = Long.parseLong(mark.substring(0, mark.indexOf(':')));
        Deadline deadline = Deadline.after(api.clock(), BUSY_LIMIT);
        while (api.droplet(droplet).filter(Droplet::locked).isPresent()) {
            if (deadline.isOver()) {
                throw new BuildException(Problem.of("Could not remove the snapshot of droplet '" + droplet + "' in "
                                + api.place() + ": the droplet was busy for " + BUSY_LIMIT.toMinutes() + " minutes.")
                        .withCure("Look at the droplet's actions in DigitalOcean's control panel."));
            }
            api.clock().sleep(PAUSE, api.cancellation());
        }
    }

    /** To delete a tag takes it from all that carry it. */
    private void removeTag(DigitalOcean api) {
        boolean needed = TagNames.isOfRun(mark) ? !api.imagesTagged(mark).isEmpty() : isOnDropletOfAnotherRun(api);
        if (!needed) {
            api.deleteTag(mark);
        }
    }

    /** Runs that began in the same second share the tag of their expiry; the last one deletes it. */
    private boolean isOnDropletOfAnotherRun(DigitalOcean api) {
        List<Droplet> carrying = api.dropletsTagged(mark);
        return !carrying.isEmpty() && !ids(api.dropletsTagged(runTag)).containsAll(ids(carrying));
    }

    private static Set<Long> ids(List<Droplet> droplets) {
        return droplets.stream().map(Droplet::id).collect(Collectors.toSet());
    }

    /** Looks again for a while: what was made a second ago is not listed at once. */
    private static <T> List<T> search(DigitalOcean api, Supplier<List<T>> look) {
        Deadline deadline = Deadline.after(api.clock(), SEARCH);
        List<T> found = look.get();
        while (found.isEmpty() && !deadline.isOver()) {
            api.clock().sleep(PAUSE, api.cancellation());
            found = look.get();
        }
        return found;
    }

    private static void whenQuiet(DigitalOcean api, Runnable delete) {
        Deadline deadline = Deadline.after(api.clock(), BUSY_LIMIT);
        while (true) {
            try {
                delete.run();
                return;
            } catch (ProviderException e) {
                if (e.reason() != Reason.CONFLICT || deadline.isOver()) {
                    throw e;
                }
                api.clock().sleep(PAUSE, api.cancellation());
            }
        }
    }

    /** A snapshot's mark. */
    static String mark(long dropletId, String name) {
        return dropletId + ":" + name;
    }

    /**
     * What an administrator types to remove it.
     *
     * @param apiUrl empty for DigitalOcean's own
     */
    String command(String apiUrl) {
        String doctl = apiUrl.isEmpty() ? "doctl " : "doctl --api-url " + quoted(apiUrl) + " ";
        return switch (kind) {
            case SSH_KEY ->
                doctl + (id.isEmpty() ? "compute ssh-key list" + byName(doctl, "ssh-key", 2) : byId("ssh-key"));
            case DROPLET ->
                doctl + "compute droplet delete " + (id.isEmpty() ? "--tag-name " + quoted(runTag) : id) + " --force";
            case SNAPSHOT ->
                doctl + (id.isEmpty() ? "compute snapshot list --resource droplet" + bySource(doctl) : byId("image"));
            case TAG -> doctl + "compute tag delete " + quoted(mark) + " --force";
        };
    }

    private String byId(String noun) {
        return "compute " + noun + " delete " + id + " --force";
    }

    private String byName(String doctl, String noun, int column) {
        return " --format ID,Name --no-header | awk -v n=" + quoted(mark) + " '$" + column
                + " == n {print $1}' | xargs -r -n1 " + doctl + "compute " + noun + " delete --force";
    }

    private String bySource(String doctl) {
        String droplet = mark.substring(0, mark.indexOf(':'));
        return " --format ID,ResourceId --no-header | awk '$2 == " + droplet + " {print $1}' | xargs -r -n1 " + doctl
                + "compute image delete --force";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
