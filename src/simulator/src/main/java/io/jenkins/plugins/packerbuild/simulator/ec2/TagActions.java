package io.jenkins.plugins.packerbuild.simulator.ec2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tags of everything that can bear them. */
final class TagActions {

    private static final Map<String, String> TYPES = Map.of(
            "i", "instance",
            "ami", "image",
            "snap", "snapshot",
            "vol", "volume",
            "sg", "security-group",
            "key", "key-pair");

    private record Tag(String id, String type, String key, String value) {

        Map<String, List<String>> attributes() {
            return Map.of(
                    "resource-id", List.of(id),
                    "resource-type", List.of(type),
                    "key", List.of(key),
                    "value", List.of(value));
        }
    }

    Map<String, Ec2Action> table() {
        return Map.of(
                "CreateTags", TagActions::create,
                "DeleteTags", TagActions::delete,
                "DescribeTags", TagActions::describe);
    }

    private static void create(Ec2Call call, Xml xml) {
        List<String> ids = resources(call);
        Map<String, String> tags = call.parameters().tags();
        if (tags.isEmpty()) {
            throw Ec2Error.missing("Tag");
        }
        ids.forEach(id -> call.region().tags.put(id, tags));
        xml.text("return", true);
    }

    private static void delete(Ec2Call call, Xml xml) {
        for (String id : resources(call)) {
            call.parameters().tags().keySet().forEach(key -> call.region().tags.remove(id, key));
        }
        xml.text("return", true);
    }

    private static List<String> resources(Ec2Call call) {
        List<String> ids = call.parameters().list("ResourceId");
        if (ids.isEmpty()) {
            throw Ec2Error.missing("resourceIdSet");
        }
        ids.stream().filter(id -> !call.region().exists(id)).findFirst().ifPresent(id -> {
            throw notFound(id);
        });
        return ids;
    }

    private static Ec2Error notFound(String id) {
        String code = switch (type(id)) {
            case "instance" -> "InvalidInstanceID.NotFound";
            case "image" -> "InvalidAMIID.NotFound";
            case "snapshot" -> "InvalidSnapshot.NotFound";
            case "volume" -> "InvalidVolume.NotFound";
            case "security-group" -> "InvalidGroup.NotFound";
            case "key-pair" -> "InvalidKeyPair.NotFound";
            default -> "InvalidID";
        };
        return Ec2Error.of(code, "The ID '" + id + "' does not exist");
    }

    private static String type(String id) {
        return TYPES.getOrDefault(id.split("-", 2)[0], "");
    }

    private static void describe(Ec2Call call, Xml xml) {
        List<Tag> tags = new ArrayList<>();
        call.region()
                .tags
                .all()
                .forEach((id, of) -> of.forEach((key, value) -> tags.add(new Tag(id, type(id), key, value))));
        List<Tag> found = tags.stream()
                .filter(tag -> call.passes(tag.attributes(), tag.id()))
                .toList();
        xml.list(
                "tagSet",
                found,
                (it, tag) -> it.text("resourceId", tag.id())
                        .text("resourceType", tag.type())
                        .text("key", tag.key())
                        .text("value", tag.value()));
    }
}
