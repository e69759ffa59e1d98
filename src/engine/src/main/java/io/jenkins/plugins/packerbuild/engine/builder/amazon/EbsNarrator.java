package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what happens to a build on Amazon, in Packer's words. */
record EbsNarrator(Narrator narrator) {

    void validatingVpc() {
        narrator.say("Prevalidating any provided VPC information");
    }

    void validatingName(String name) {
        narrator.say("Prevalidating AMI Name: " + name);
    }

    void nameWillBeForced() {
        narrator.say("Force Deregister flag found, skipping prevalidating AMI Name");
    }

    void foundSource(AmiId image) {
        narrator.message("Found Image ID: " + image);
    }

    void creatingKeyPair(String name) {
        narrator.say("Creating temporary keypair: " + name);
    }

    void usingExistingKey() {
        narrator.say("Using existing SSH private key");
    }

    void usingNoKey() {
        narrator.say("Not using temporary keypair");
    }

    void deletingKeyPair() {
        narrator.say("Deleting temporary keypair...");
    }

    void usingGroups(List<GroupId> groups) {
        narrator.message("Found Security Group(s): "
                + groups.stream().map(GroupId::value).sorted().collect(Collectors.joining(", ")));
    }

    void creatingGroup(String name) {
        narrator.say("Creating temporary security group for this instance: " + name);
    }

    void authorizing(int port, List<String> cidrs) {
        narrator.say("Authorizing access to port " + port + " from [" + String.join(" ", cidrs)
                + "] in the temporary security groups...");
    }

    void deletingGroup() {
        narrator.say("Deleting temporary security group...");
    }

    void launching() {
        narrator.say("Launching a source AWS instance...");
    }

    void taggingInstance(Map<String, String> tags) {
        narrator.say("Adding tags to source instance");
        tags(tags);
    }

    void launched(InstanceId instance) {
        narrator.message("Instance ID: " + instance);
    }

    void waitingForInstance(InstanceId instance) {
        narrator.say("Waiting for instance (" + instance + ") to become ready...");
    }

    void terminating() {
        narrator.say("Terminating the source AWS instance...");
    }

    void cleaningVolumes() {
        narrator.say("Cleaning up any extra volumes...");
    }

    void noVolumesToClean() {
        narrator.say("No volumes to clean up, skipping");
    }

    void destroyingVolume(VolumeId volume) {
        narrator.say("Destroying volume (" + volume + ")...");
    }

    void stopping() {
        narrator.say("Stopping the source instance...");
        narrator.message("Stopping instance");
    }

    void stopIsUpToTheUser() {
        narrator.say("Automatic instance stop disabled. Please stop instance manually.");
    }

    void waitingForStop() {
        narrator.say("Waiting for the instance to stop...");
    }

    void switchingEna(boolean on) {
        narrator.say((on ? "Enabling" : "Disabling") + " Enhanced Networking (ENA)...");
    }

    void deregisteredOlder(String name, AmiId image) {
        narrator.say("Deregistered AMI " + name + ", id: " + image);
    }

    void deletedSnapshot(SnapshotId snapshot) {
        narrator.say("Deleted snapshot: " + snapshot);
    }

    void creatingImage(String name, InstanceId instance) {
        narrator.say("Creating AMI " + name + " from instance " + instance);
    }

    void imageCreated(AmiId image) {
        narrator.message("AMI: " + image);
    }

    void waitingForImage() {
        narrator.say("Waiting for AMI to become ready...");
    }

    void removingUnwanted(AmiId image) {
        narrator.say("Deregistering AMI " + image + " and deleting its snapshots: it is not to be kept...");
    }

    void removingImage() {
        narrator.say("Deregistering the AMI and deleting associated snapshots because of cancellation, or error...");
    }

    void modifyingImage(AmiId image) {
        narrator.say("Modifying attributes on AMI (" + image + ")...");
    }

    void modifyingSnapshot(SnapshotId snapshot) {
        narrator.say("Modifying attributes on snapshot (" + snapshot + ")...");
    }

    void modifying(String attribute) {
        narrator.message("Modifying: " + attribute);
    }

    void taggingImage(ImageInfo image) {
        narrator.say("Adding tags to AMI (" + image.id() + ")...");
        image.snapshots().forEach(snapshot -> narrator.say("Tagging snapshot: " + snapshot));
    }

    void imageTags(Map<String, String> tags) {
        narrator.say("Creating AMI tags");
        tags(tags);
    }

    void snapshotTags(Map<String, String> tags) {
        narrator.say("Creating snapshot tags");
        tags(tags);
    }

    private void tags(Map<String, String> tags) {
        tags.forEach((key, value) -> narrator.message("Adding tag: \"" + key + "\": \"" + value + "\""));
    }
}
