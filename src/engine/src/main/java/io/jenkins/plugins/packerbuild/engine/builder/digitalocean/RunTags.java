package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

/**
 * The two tag objects of a run in one account. DigitalOcean makes them when the first droplet is tagged; all builds of
 * the run share them, and the last one out deletes them: that with the expiry always, that with the run's id unless a
 * finished snapshot carries it. Safe for use by several threads.
 */
final class RunTags {

    private final TagNames names;

    /** Guarded by this. */
    private int users;

    /** Guarded by this. */
    private boolean onImage;

    /** Guarded by this. */
    private boolean onDroplet;

    RunTags(TagNames names) {
        this.names = names;
    }

    TagNames names() {
        return names;
    }

    /** A build is about to make a tagged droplet. */
    synchronized void enter() {
        users++;
    }

    /** A finished snapshot carries the run's tag, which must therefore stay. */
    synchronized void keepForImage() {
        onImage = true;
    }

    /**
     * A build has no tagged droplet any more. While the last one deletes, nobody enters.
     *
     * @param run as this build's ledger knows it
     * @param expires the same
     * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when it was the last one and a tag could not be
     *     deleted
     */
    synchronized void leave(Owned run, Owned expires, DigitalOcean api) {
        users--;
        if (users > 0 || onDroplet) {
            run.gone();
            expires.gone();
            return;
        }
        if (onImage) {
            run.gone();
        }
        try {
            expires.remove(api);
        } finally {
            run.remove(api);
        }
    }

    /** A build's droplet could not be removed: it keeps its tags, by which it is found later. */
    synchronized void stay(Owned run, Owned expires) {
        users--;
        onDroplet = true;
        run.remains("A droplet that could not be removed carries it.");
        expires.remains("A droplet that could not be removed carries it.");
    }
}
