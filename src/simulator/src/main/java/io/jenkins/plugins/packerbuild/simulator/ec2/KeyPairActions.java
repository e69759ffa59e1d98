package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.ec2.Resources.KeyPair;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Key pairs, generated here or imported. */
final class KeyPairActions {

    Map<String, Ec2Action> table() {
        return Map.of(
                "CreateKeyPair", KeyPairActions::create,
                "ImportKeyPair", KeyPairActions::imported,
                "DescribeKeyPairs", KeyPairActions::describe,
                "DeleteKeyPair", KeyPairActions::delete);
    }

    private static void create(Ec2Call call, Xml xml) {
        if (!call.parameters().text("KeyType").orElse("rsa").equals("rsa")) {
            throw Ec2Error.of(
                    "InvalidParameterValue", "This simulator generates rsa keys only. Import the public key instead.");
        }
        GeneratedKey key = GeneratedKey.rsa();
        KeyPair pair = add(call, "rsa", key.publicKey());
        write(xml, pair)
                .text("keyMaterial", key.privateKey())
                .tags(call.region().tags.of(pair.id()));
    }

    private static void imported(Ec2Call call, Xml xml) {
        String line = publicKey(call.parameters().required("PublicKeyMaterial"));
        String algorithm = line.split(" ", 2)[0];
        String type = switch (algorithm) {
            case "ssh-rsa" -> "rsa";
            case "ssh-ed25519" -> "ed25519";
            default -> throw invalidKey();
        };
        KeyPair pair = add(call, type, line);
        write(xml, pair).tags(call.region().tags.of(pair.id()));
    }

    private static KeyPair add(Ec2Call call, String type, String publicKey) {
        String name = call.parameters().required("KeyName");
        if (call.region().keyPairs.containsKey(name)) {
            throw Ec2Error.of("InvalidKeyPair.Duplicate", "The keypair '" + name + "' already exists.");
        }
        KeyPair pair = new KeyPair(
                Ec2State.newId("key"), name, type, publicKey, call.state().world.now());
        call.region().keyPairs.put(name, pair);
        call.region().tags.put(pair.id(), call.parameters().tagsFor("key-pair"));
        return pair;
    }

    /** The line of an OpenSSH public key out of its base64, as the API takes it. */
    private static String publicKey(String base64) {
        try {
            String line = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8).strip();
            byte[] blob = Base64.getDecoder().decode(line.split("\\s+").length > 1 ? line.split("\\s+")[1] : "");
            if (blob.length > 0) {
                return line;
            }
        } catch (IllegalArgumentException e) {
            throw invalidKey();
        }
        throw invalidKey();
    }

    private static Ec2Error invalidKey() {
        return Ec2Error.of("InvalidKey.Format", "Key is not in valid OpenSSH public key format");
    }

    private static Xml write(Xml xml, KeyPair pair) {
        return xml.text("keyName", pair.name())
                .text("keyPairId", pair.id())
                .text("keyFingerprint", GeneratedKey.fingerprint(pair.publicKey()));
    }

    private static void describe(Ec2Call call, Xml xml) {
        List<String> names = call.parameters().list("KeyName");
        List<String> ids = call.parameters().list("KeyPairId");
        Map<String, KeyPair> pairs = call.region().keyPairs;
        names.stream().filter(name -> !pairs.containsKey(name)).findFirst().ifPresent(name -> {
            throw Ec2Error.of("InvalidKeyPair.NotFound", "The key pair '" + name + "' does not exist");
        });
        List<KeyPair> found = pairs.values().stream()
                .filter(pair -> names.isEmpty() || names.contains(pair.name()))
                .filter(pair -> ids.isEmpty() || ids.contains(pair.id()))
                .filter(pair -> call.passes(
                        Map.of("key-name", List.of(pair.name()), "key-pair-id", List.of(pair.id())), pair.id()))
                .toList();
        xml.list(
                "keySet",
                found,
                (it, pair) -> write(it, pair)
                        .text("keyType", pair.type())
                        .text("createTime", Ec2State.time(pair.createdAt()))
                        .tags(call.region().tags.of(pair.id())));
    }

    /** AWS says yes to the deletion of what is not there. */
    private static void delete(Ec2Call call, Xml xml) {
        Optional<String> name = call.parameters().text("KeyName");
        Optional<String> id = call.parameters().text("KeyPairId");
        if (name.isEmpty() && id.isEmpty()) {
            throw Ec2Error.missing("KeyName");
        }
        List.copyOf(call.region().keyPairs.values()).stream()
                .filter(pair -> name.equals(Optional.of(pair.name())) || id.equals(Optional.of(pair.id())))
                .forEach(pair -> {
                    call.region().keyPairs.remove(pair.name());
                    call.region().tags.forget(pair.id());
                    xml.text("keyPairId", pair.id());
                });
        xml.text("return", true);
    }
}
