package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.event.Narrator;

/** What the builder tells people, in Packer's words where Packer has some. */
record Narration(Narrator narrator) {

    void creatingKey() {
        narrator.say("Creating temporary ssh key for droplet...");
    }

    void deletingKey() {
        narrator.say("Deleting temporary ssh key...");
    }

    void creatingDroplet() {
        narrator.say("Creating droplet...");
    }

    void destroyingDroplet() {
        narrator.say("Destroying droplet...");
    }

    void waitingForDroplet() {
        narrator.say("Waiting for droplet to become active...");
    }

    void shuttingDown() {
        narrator.say("Gracefully shutting down droplet...");
    }

    void switchingOff() {
        narrator.say("Forcefully shutting down Droplet...");
    }

    void creatingSnapshot(String name) {
        narrator.say("Creating snapshot: " + name);
    }

    void waitingForSnapshot() {
        narrator.say("Waiting for snapshot to complete...");
    }

    void deletingSnapshot() {
        narrator.say("Deleting unfinished snapshot...");
    }

    void transferring(long snapshot, String region) {
        narrator.say("Transferring snapshot " + snapshot + " to " + region + "...");
    }
}
