package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The API's JSON. */
final class ApiJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ApiJson() {}

    /** The text of an object out of strings, numbers, booleans, lists and maps of these. */
    static String write(Map<String, ?> object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What a refusal says about itself. */
    static ApiFailure failure(ApiReply reply) {
        JsonNode json = parse(reply.body(), true);
        String id = json.path("id").asText("");
        String words = json.path("message").asText("");
        String requestId = json.path("request_id").asText(reply.headers().getOrDefault("x-request-id", ""));
        if (words.isEmpty()) {
            words = reply.status() >= 300 && reply.status() < 400
                    ? "the endpoint sends elsewhere, to '" + reply.headers().getOrDefault("location", "") + "'"
                    : "the endpoint answered with HTTP status " + reply.status() + " and no message";
        }
        return ApiFailure.refused(new ApiFailure.Details(reply.status(), id, requestId), words);
    }

    static AccountKey key(ApiReply reply) {
        return key(parse(reply).path("ssh_key"));
    }

    static Page<AccountKey> keys(ApiReply reply) {
        return page(reply, "ssh_keys", ApiJson::key);
    }

    static Droplet droplet(ApiReply reply) {
        return droplet(parse(reply).path("droplet"));
    }

    static Page<Droplet> droplets(ApiReply reply) {
        return page(reply, "droplets", ApiJson::droplet);
    }

    static Action action(ApiReply reply) {
        return action(parse(reply).path("action"));
    }

    static Page<Action> actions(ApiReply reply) {
        return page(reply, "actions", ApiJson::action);
    }

    static Page<Snapshot> snapshots(ApiReply reply) {
        return page(reply, "snapshots", ApiJson::snapshot);
    }

    /** Ids of images. */
    static Page<Long> images(ApiReply reply) {
        return page(reply, "images", image -> number(image, "id"));
    }

    /** Slugs of regions. */
    static Page<String> regions(ApiReply reply) {
        return page(reply, "regions", region -> text(region, "slug"));
    }

    /**
     * A part of a list.
     *
     * @param last whether nothing follows
     */
    record Page<T>(List<T> items, boolean last) {}

    private static <T> Page<T> page(ApiReply reply, String member, Function<JsonNode, T> read) {
        JsonNode json = parse(reply);
        List<T> items = new ArrayList<>();
        json.path(member).forEach(item -> items.add(read.apply(item)));
        return new Page<>(items, json.at("/links/pages/next").asText("").isEmpty());
    }

    private static AccountKey key(JsonNode json) {
        return new AccountKey(number(json, "id"), text(json, "name"));
    }

    private static Droplet droplet(JsonNode json) {
        List<Droplet.Address> addresses = new ArrayList<>();
        json.at("/networks/v4")
                .forEach(v4 -> addresses.add(new Droplet.Address(text(v4, "type"), text(v4, "ip_address"))));
        boolean locked = json.path("locked").asBoolean(false);
        return new Droplet(number(json, "id"), text(json, "name"), text(json, "status"), locked, addresses);
    }

    private static Action action(JsonNode json) {
        return new Action(number(json, "id"), text(json, "status"), text(json, "type"), text(json, "region_slug"));
    }

    private static Snapshot snapshot(JsonNode json) {
        return new Snapshot(
                number(json, "id"), text(json, "name"), json.path("resource_id").asLong(0));
    }

    private static String text(JsonNode json, String member) {
        return json.path(member).asText("");
    }

    /** An id, which is a number, or a text of digits in some lists. */
    private static long number(JsonNode json, String member) {
        long id = json.path(member).asLong(0);
        if (id <= 0) {
            throw ApiFailure.hopeless("the endpoint's answer has no '" + member + "' where one is expected", null);
        }
        return id;
    }

    private static JsonNode parse(ApiReply reply) {
        return parse(reply.body(), false);
    }

    private static JsonNode parse(String body, boolean lenient) {
        try {
            return MAPPER.readTree(body.isBlank() ? "{}" : body);
        } catch (JsonProcessingException e) {
            if (lenient) {
                return MAPPER.createObjectNode();
            }
            throw ApiFailure.hopeless("the endpoint's answer is not JSON", e);
        }
    }
}
