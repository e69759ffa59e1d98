package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code /v2/tags}. */
final class TagOperations {

    private static final String TAGS = "/v2/tags";

    private final Account account;

    TagOperations(Account account) {
        this.account = account;
    }

    List<Route> routes() {
        return List.of(
                Route.of("tags_list", "GET", TAGS, this::list),
                Route.of("tags_create", "POST", TAGS, this::create),
                Route.of("tags_get", "GET", TAGS + "/*", call -> one(200, existing(call))),
                Route.of("tags_delete", "DELETE", TAGS + "/*", this::delete),
                Route.of("tags_assign_resources", "POST", TAGS + "/*/resources", this::assign),
                Route.of("tags_unassign_resources", "DELETE", TAGS + "/*/resources", this::unassign));
    }

    private Answer list(Call call) {
        return call.page("tags", account.tags.stream().map(this::json).toList());
    }

    private Answer create(Call call) {
        String name = call.json().path("name").asText("");
        account.addTags(List.of(name));
        return one(201, name);
    }

    private Answer delete(Call call) {
        String name = existing(call);
        account.tags.remove(name);
        account.droplets.values().forEach(droplet -> droplet.tags.remove(name));
        account.images.values().forEach(image -> image.tags.remove(name));
        return Answer.noContent();
    }

    private Answer assign(Call call) {
        String name = existing(call);
        tagSets(call).forEach(tags -> tags.add(name));
        return Answer.noContent();
    }

    private Answer unassign(Call call) {
        String name = existing(call);
        tagSets(call).forEach(tags -> tags.remove(name));
        return Answer.noContent();
    }

    /** The tags of every resource that the call names: all of them are looked up before one is changed. */
    private List<Set<String>> tagSets(Call call) {
        List<Set<String>> sets = new ArrayList<>();
        for (JsonNode resource : call.json().path("resources")) {
            long id = Call.number(resource.path("resource_id").asText("")).orElseThrow(ApiError::notFound);
            sets.add(tagsOf(resource.path("resource_type").asText(""), id));
        }
        return sets;
    }

    private Set<String> tagsOf(String type, long id) {
        return switch (type) {
            case "droplet" -> account.droplet(id).tags;
            case "image" -> account.image(id).tags;
            default -> throw ApiError.unprocessable("Resource type '" + type + "' is not supported");
        };
    }

    private String existing(Call call) {
        String name = call.path().get(0);
        if (!account.tags.contains(name)) {
            throw ApiError.notFound();
        }
        return name;
    }

    private Answer one(int status, String name) {
        return Json.answer(status, Json.object().set("tag", json(name)));
    }

    private ObjectNode json(String name) {
        long droplets = account.droplets.values().stream()
                .filter(droplet -> droplet.tags.contains(name))
                .count();
        long images = account.images.values().stream()
                .filter(image -> image.tags.contains(name))
                .count();
        ObjectNode resources = Json.object().put("count", droplets + images);
        resources.set("droplets", Json.object().put("count", droplets));
        resources.set("images", Json.object().put("count", images));
        for (String other : List.of("volumes", "volume_snapshots", "databases")) {
            resources.set(other, Json.object().put("count", 0));
        }
        return Json.object().put("name", name).set("resources", resources);
    }
}
