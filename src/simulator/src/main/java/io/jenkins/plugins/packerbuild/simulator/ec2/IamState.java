package io.jenkins.plugins.packerbuild.simulator.ec2;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Roles and instance profiles, which are the same in every region. Guarded by the cloud's lock. */
final class IamState {

    /** Role names of each instance profile, by its name. */
    final Map<String, Set<String>> profiles = new LinkedHashMap<>();

    /** Names of the inline policies of each role, by its name. */
    final Map<String, Set<String>> roles = new LinkedHashMap<>();

    /** @throws Ec2Error {@code NoSuchEntity} */
    Set<String> profile(String name) {
        return existing(profiles, name, "Instance Profile ");
    }

    /** @throws Ec2Error {@code NoSuchEntity} */
    Set<String> role(String name) {
        return existing(roles, name, "The role with name ");
    }

    /** @throws Ec2Error {@code EntityAlreadyExists} */
    void create(Map<String, Set<String>> things, String name) {
        if (things.putIfAbsent(name, new LinkedHashSet<>()) != null) {
            throw new Ec2Error(409, "EntityAlreadyExists", name + " already exists.");
        }
    }

    static String profileArn(String name) {
        return "arn:aws:iam::" + Ec2State.ACCOUNT_ID + ":instance-profile/" + name;
    }

    private static Set<String> existing(Map<String, Set<String>> things, String name, String what) {
        Set<String> thing = things.get(name);
        if (thing == null) {
            throw new Ec2Error(404, "NoSuchEntity", what + name + " cannot be found.");
        }
        return thing;
    }
}
