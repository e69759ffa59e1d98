package io.jenkins.plugins.packerbuild.simulator.ec2;

import java.util.Map;
import java.util.Set;

/** The IAM calls that are answered on EC2's endpoint: instance profiles, roles and their inline policies. */
final class IamActions {

    private static final String PROFILE = "InstanceProfileName";
    private static final String ROLE = "RoleName";

    Map<String, Ec2Action> table() {
        return Map.ofEntries(
                Map.entry("GetInstanceProfile", (call, xml) -> writeProfile(xml, call, profileName(call))),
                Map.entry("CreateInstanceProfile", IamActions::createProfile),
                Map.entry("DeleteInstanceProfile", IamActions::deleteProfile),
                Map.entry("AddRoleToInstanceProfile", IamActions::addRole),
                Map.entry(
                        "RemoveRoleFromInstanceProfile",
                        (call, xml) -> iam(call)
                                .profile(profileName(call))
                                .remove(call.parameters().required(ROLE))),
                Map.entry("GetRole", (call, xml) -> writeRole(xml, call, roleName(call))),
                Map.entry("CreateRole", IamActions::createRole),
                Map.entry("DeleteRole", IamActions::deleteRole),
                Map.entry(
                        "PutRolePolicy",
                        (call, xml) -> iam(call)
                                .role(roleName(call))
                                .add(call.parameters().required("PolicyName"))),
                Map.entry(
                        "DeleteRolePolicy",
                        (call, xml) -> iam(call)
                                .role(roleName(call))
                                .remove(call.parameters().required("PolicyName"))));
    }

    private static IamState iam(Ec2Call call) {
        return call.state().iam;
    }

    private static String profileName(Ec2Call call) {
        return call.parameters().required(PROFILE);
    }

    private static String roleName(Ec2Call call) {
        return call.parameters().required(ROLE);
    }

    private static void createProfile(Ec2Call call, Xml xml) {
        iam(call).create(iam(call).profiles, profileName(call));
        writeProfile(xml, call, profileName(call));
    }

    private static void deleteProfile(Ec2Call call, Xml xml) {
        refuseIfAny(iam(call).profile(profileName(call)), "must remove roles from instance profile first");
        iam(call).profiles.remove(profileName(call));
    }

    private static void addRole(Ec2Call call, Xml xml) {
        var unused = iam(call).role(roleName(call));
        iam(call).profile(profileName(call)).add(roleName(call));
    }

    private static void createRole(Ec2Call call, Xml xml) {
        iam(call).create(iam(call).roles, roleName(call));
        writeRole(xml, call, roleName(call));
    }

    private static void deleteRole(Ec2Call call, Xml xml) {
        String name = roleName(call);
        refuseIfAny(iam(call).role(name), "must delete policies first");
        boolean inProfile = iam(call).profiles.values().stream().anyMatch(roles -> roles.contains(name));
        refuseIfAny(inProfile ? Set.of(name) : Set.of(), "must remove roles from instance profile first");
        iam(call).roles.remove(name);
    }

    private static void refuseIfAny(Set<String> what, String why) {
        if (!what.isEmpty()) {
            throw new Ec2Error(409, "DeleteConflict", "Cannot delete entity, " + why + ".");
        }
    }

    private static void writeProfile(Xml xml, Ec2Call call, String name) {
        Set<String> roles = iam(call).profile(name);
        xml.element(
                "InstanceProfile",
                it -> it.text("Path", "/")
                        .text("InstanceProfileName", name)
                        .text("InstanceProfileId", "AIPASIMULATED")
                        .text("Arn", IamState.profileArn(name))
                        .text("CreateDate", Ec2State.time(call.state().world.now()))
                        .list("Roles", "member", roles, (member, role) -> writeRoleFields(member, call, role)));
    }

    private static void writeRole(Xml xml, Ec2Call call, String name) {
        var unused = iam(call).role(name);
        xml.element("Role", it -> writeRoleFields(it, call, name));
    }

    private static void writeRoleFields(Xml xml, Ec2Call call, String name) {
        xml.text("Path", "/")
                .text("RoleName", name)
                .text("RoleId", "AROASIMULATED")
                .text("Arn", "arn:aws:iam::" + Ec2State.ACCOUNT_ID + ":role/" + name)
                .text("CreateDate", Ec2State.time(call.state().world.now()));
    }
}
