package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

/**
 * Something that DigitalOcean does to a droplet or an image.
 *
 * @param status {@code in-progress}, {@code completed} or {@code errored}
 * @param type as in {@code snapshot}
 * @param region the slug of where it happens; empty when unknown
 */
record Action(long id, String status, String type, String region) {

    boolean isCompleted() {
        return status.equals("completed");
    }

    boolean isErrored() {
        return status.equals("errored");
    }
}
