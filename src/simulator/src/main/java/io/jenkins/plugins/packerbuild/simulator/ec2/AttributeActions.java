package io.jenkins.plugins.packerbuild.simulator.ec2;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may use an image or a snapshot, and an image's description. */
final class AttributeActions {

    private static final List<String> ORGANIZATIONS = List.of("OrganizationArn", "OrganizationalUnitArn");

    Map<String, Ec2Action> table() {
        return Map.of(
                "ModifyImageAttribute", AttributeActions::modifyImage,
                "DescribeImageAttribute", AttributeActions::describeImage,
                "ModifySnapshotAttribute", AttributeActions::modifySnapshot,
                "DescribeSnapshotAttribute", AttributeActions::describeSnapshot);
    }

    private static void modifyImage(Ec2Call call, Xml xml) {
        QueryParameters parameters = call.parameters();
        Image image = call.region().ownImage(parameters.required("ImageId"));
        if (!image.state.equals("available")) {
            throw Ec2Error.of("InvalidAMIID.Unavailable", "The image ID '" + image.id + "' is not available");
        }
        Optional<String> value = parameters.text("Value").filter(it -> attributeIs(parameters, "description"));
        parameters.text("Description.Value").or(() -> value).ifPresent(it -> image.description = it);
        parameters.text("ImdsSupport.Value").ifPresent(it -> image.imdsSupport = it);
        image.productCodes.addAll(parameters.list("ProductCode"));
        permit(parameters, "LaunchPermission", image.launchUsers, image.launchGroups);
        xml.text("return", true);
    }

    private static boolean attributeIs(QueryParameters parameters, String attribute) {
        return parameters.text("Attribute").equals(Optional.of(attribute));
    }

    private static void modifySnapshot(Ec2Call call, Xml xml) {
        QueryParameters parameters = call.parameters();
        Resources.Snapshot snapshot = call.region().snapshot(parameters.required("SnapshotId"));
        permit(parameters, "CreateVolumePermission", snapshot.users, snapshot.groups);
        xml.text("return", true);
    }

    /** Both forms: {@code LaunchPermission.Add.1.UserId}, and {@code OperationType} with {@code UserId.1}. */
    private static void permit(
            QueryParameters parameters, String name, Collection<String> users, Collection<String> groups) {
        QueryParameters permission = parameters.under(name);
        users.addAll(all(permission.groups("Add"), "UserId"));
        ORGANIZATIONS.forEach(kind -> users.addAll(all(permission.groups("Add"), kind)));
        groups.addAll(all(permission.groups("Add"), "Group"));
        users.removeAll(all(permission.groups("Remove"), "UserId"));
        groups.removeAll(all(permission.groups("Remove"), "Group"));
        List<String> namedGroups = Stream.concat(
                        parameters.list("UserGroup").stream(), parameters.list("GroupName").stream())
                .toList();
        if (parameters.text("OperationType").equals(Optional.of("remove"))) {
            users.removeAll(parameters.list("UserId"));
            groups.removeAll(namedGroups);
        } else {
            users.addAll(parameters.list("UserId"));
            groups.addAll(namedGroups);
        }
    }

    private static List<String> all(List<QueryParameters> entries, String name) {
        return entries.stream().flatMap(entry -> entry.text(name).stream()).toList();
    }

    private static void describeImage(Ec2Call call, Xml xml) {
        Image image = call.region().ownImage(call.parameters().required("ImageId"));
        xml.text("imageId", image.id).element("description", it -> it.text("value", image.description));
        xml.element("launchPermission", it -> write(it, image.launchUsers, image.launchGroups));
    }

    private static void describeSnapshot(Ec2Call call, Xml xml) {
        Resources.Snapshot snapshot = call.region().snapshot(call.parameters().required("SnapshotId"));
        xml.text("snapshotId", snapshot.id)
                .element("createVolumePermission", it -> write(it, snapshot.users, snapshot.groups));
    }

    private static void write(Xml xml, Collection<String> users, Collection<String> groups) {
        users.forEach(user -> xml.element("item", it -> it.text("userId", user)));
        groups.forEach(group -> xml.element("item", it -> it.text("group", group)));
    }
}
