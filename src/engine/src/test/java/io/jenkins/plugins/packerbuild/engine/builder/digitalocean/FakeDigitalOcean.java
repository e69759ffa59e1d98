package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A DigitalOcean of one account in memory, whose time is the test's clock. */
final class FakeDigitalOcean implements Transport {

    static final Duration START = Duration.ofSeconds(30);
    static final Duration SHUT_DOWN = Duration.ofSeconds(10);
    static final Duration SNAPSHOT = Duration.ofSeconds(60);
    static final Duration TRANSFER = Duration.ofSeconds(90);

    /** What happens to the next request that fits; hook runs at that moment. */
    private record Fault(Pattern request, String kind, ApiReply reply, Runnable hook) {}

    /** Something that goes on until its time has come. */
    private record Pending(Duration at, Runnable effect) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ApiReply NONE = new ApiReply(204, Map.of(), "");

    final Map<Long, ObjectNode> keys = new LinkedHashMap<>();
    final Map<Long, ObjectNode> droplets = new LinkedHashMap<>();
    final Map<Long, ObjectNode> snapshots = new LinkedHashMap<>();
    final Map<Long, Set<String>> imageTags = new LinkedHashMap<>();
    final Set<String> tags = new TreeSet<>();
    final List<ApiRequest> requests = new ArrayList<>();

    /** Droplets that do not hear a shutdown. */
    boolean deaf;

    /** Type of the actions that end as errored. */
    String erroring = "";

    private final Clock clock;
    private final Map<Long, ObjectNode> actions = new LinkedHashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final AtomicLong ids = new AtomicLong(100);

    FakeDigitalOcean(Clock clock) {
        this.clock = clock;
    }

    /** The next request like that is refused. */
    void refuse(String request, int status, String id, String message) {
        refuse(request, status, Map.of(), object("id", id, "message", message));
    }

    void refuse(String request, int status, Map<String, String> headers, JsonNode body) {
        faults.add(new Fault(Pattern.compile(request), "refuse", new ApiReply(status, headers, "" + body), () -> {}));
    }

    /** The next request like that is carried out, but its answer is lost. */
    void loseAnswer(String request) {
        faults.add(new Fault(Pattern.compile(request), "lose", NONE, () -> {}));
    }

    /** The next request like that never arrives. */
    void drop(String request) {
        faults.add(new Fault(Pattern.compile(request), "drop", NONE, () -> {}));
    }

    /** Runs after the next request like that was carried out. */
    void after(String request, Runnable hook) {
        faults.add(new Fault(Pattern.compile(request), "hook", NONE, hook));
    }

    /** As in {@code POST /v2/droplets}, without queries. */
    List<String> calls() {
        return requests.stream()
                .map(request -> request.method() + " " + request.path().split("\\?", 2)[0])
                .toList();
    }

    /** What would be found by whoever pays for it; images with the run's tag keep that tag. */
    List<String> left() {
        List<String> left = new ArrayList<>();
        keys.values().forEach(key -> left.add("key " + key.path("name").asText()));
        droplets.values().forEach(it -> left.add("droplet " + it.path("name").asText()));
        snapshots.values().forEach(it -> left.add("snapshot " + it.path("name").asText()));
        tags.stream()
                .filter(tag -> imageTags.values().stream().noneMatch(set -> set.contains(tag)))
                .forEach(tag -> left.add("tag " + tag));
        return left;
    }

    @Override
    public synchronized ApiReply send(ApiRequest request, Cancellation cancellation) {
        if (request.method().equals("GET")) {
            cancellation.throwIfCancelled();
        }
        requests.add(request);
        pass();
        Fault fault = fault(request);
        if (fault == null) {
            return answer(request);
        }
        if (fault.kind().equals("refuse")) {
            return fault.reply();
        }
        if (fault.kind().equals("drop")) {
            throw lost();
        }
        ApiReply reply = answer(request);
        fault.hook().run();
        if (fault.kind().equals("lose")) {
            throw lost();
        }
        return reply;
    }

    private static ApiFailure lost() {
        return ApiFailure.lost("no answer: connection reset", new IOException("connection reset"));
    }

    private @Nullable Fault fault(ApiRequest request) {
        for (Fault fault : faults) {
            if (fault.request().matcher(request.method() + " " + request.path()).find()) {
                faults.remove(fault);
                return fault;
            }
        }
        return null;
    }

    private void pass() {
        List<Pending> due = pending.stream()
                .filter(it -> it.at().compareTo(clock.uptime()) <= 0)
                .toList();
        pending.removeAll(due);
        due.forEach(it -> it.effect().run());
    }

    private ApiReply answer(ApiRequest request) {
        String[] parts =
                request.path().split("\\?", 2)[0].substring("/v2/".length()).split("/");
        String query = request.path().contains("?") ? request.path().split("\\?", 2)[1] : "";
        JsonNode body = parse(request.body());
        String tag = query.contains("tag_name=") ? query.replaceAll(".*tag_name=([^&]*).*", "$1") : "";
        long id = parts.length > 1 && parts[1].matches("\\d+") ? Long.parseLong(parts[1]) : 0;
        String route = request.method() + " "
                + String.join("/", parts).replaceAll("\\b\\d+\\b", "N").replaceAll("packer-build-[^/]*|keep", "T");
        return switch (route) {
            case "POST account/keys" -> createKey(body);
            case "GET account/keys" -> list("ssh_keys", keys.values());
            case "DELETE account/keys/N" -> remove(keys, Long.parseLong(parts[2]));
            case "GET regions" ->
                list("regions", List.of(object("slug", "nyc3"), object("slug", "sfo3"), object("slug", "ams3")));
            case "POST droplets" -> createDroplet((ObjectNode) body);
            case "GET droplets" -> list("droplets", tagged(tag));
            case "GET droplets/N" -> one("droplet", droplets.get(id));
            case "DELETE droplets/N" -> remove(droplets, id);
            case "POST droplets/N/actions" -> act(droplets.get(id), body);
            case "GET droplets/N/actions" -> list("actions", actionsOf(id));
            case "GET droplets/N/actions/N", "GET images/N/actions/N" ->
                one("action", actions.get(Long.parseLong(parts[3])));
            case "GET droplets/N/snapshots" -> list("snapshots", snapshotsOf(id));
            case "GET snapshots" -> list("snapshots", snapshots.values());
            case "POST images/N/actions" -> transfer(id, body);
            case "GET images/N/actions" -> list("actions", actionsOf(id));
            case "DELETE images/N" -> removeImage(id);
            case "GET images" -> list("images", imagesTagged(tag));
            case "POST tags" -> createTag(body);
            case "DELETE tags/T" -> deleteTag(parts[1]);
            case "POST tags/T/resources" -> tagImage(parts[1], body, true);
            case "DELETE tags/T/resources" -> tagImage(parts[1], body, false);
            default -> throw new IllegalStateException("no such call: " + route);
        };
    }

    private ApiReply createKey(JsonNode body) {
        ObjectNode key = body.deepCopy();
        key.put("id", ids.incrementAndGet());
        keys.put(key.path("id").asLong(), key);
        return one("ssh_key", key);
    }

    private ApiReply createDroplet(ObjectNode droplet) {
        long id = ids.incrementAndGet();
        droplet.put("id", id).put("status", "new").put("locked", true);
        droplet.path("tags").forEach(tag -> tags.add(tag.asText()));
        droplets.put(id, droplet);
        later(START, () -> {
            droplet.put("status", "active").put("locked", false);
            droplet.putObject("networks")
                    .putArray("v4")
                    .add(object("type", "private", "ip_address", "10.0.0.9"))
                    .add(object("type", "public", "ip_address", "203.0.113.9"));
        });
        return one("droplet", droplet);
    }

    private List<ObjectNode> tagged(String tag) {
        return droplets.values().stream()
                .filter(droplet -> droplet.path("tags").toString().contains('"' + tag + '"'))
                .toList();
    }

    private ApiReply act(@Nullable ObjectNode droplet, JsonNode body) {
        if (droplet == null) {
            return notFound();
        }
        if (droplet.path("locked").asBoolean()) {
            return refusal(422, "unprocessable_entity", "Droplet already has a pending event.");
        }
        String type = body.path("type").asText();
        ObjectNode action = begin(type, droplet.path("id").asLong(), "nyc3");
        droplet.put("locked", true);
        boolean fails = erroring.equals(type);
        later(type.equals("snapshot") ? SNAPSHOT : SHUT_DOWN, () -> {
            droplet.put("locked", false);
            action.put("status", fails ? "errored" : "completed");
            if (type.equals("snapshot") && !fails) {
                addSnapshot(droplet.path("id").asLong(), body.path("name").asText());
            } else if (!type.equals("snapshot") && !(deaf && type.equals("shutdown"))) {
                droplet.put("status", "off");
            }
        });
        return one("action", action);
    }

    private void addSnapshot(long droplet, String name) {
        long id = ids.incrementAndGet();
        ObjectNode snapshot = object("name", name, "resource_id", "" + droplet);
        snapshots.put(id, snapshot.put("id", id));
        imageTags.put(id, new TreeSet<>());
    }

    private ApiReply transfer(long image, JsonNode body) {
        ObjectNode action = begin("transfer", image, body.path("region").asText());
        boolean fails = erroring.equals("transfer");
        later(TRANSFER, () -> action.put("status", fails ? "errored" : "completed"));
        return one("action", action);
    }

    private ObjectNode begin(String type, long resource, String region) {
        ObjectNode action = object("type", type, "status", "in-progress", "region_slug", region);
        action.put("id", ids.incrementAndGet()).put("resource_id", resource);
        actions.put(action.path("id").asLong(), action);
        return action;
    }

    private List<ObjectNode> actionsOf(long resource) {
        return actions.values().stream()
                .filter(action -> action.path("resource_id").asLong() == resource)
                .toList();
    }

    private List<ObjectNode> snapshotsOf(long droplet) {
        return snapshots.values().stream()
                .filter(snapshot -> snapshot.path("resource_id").asLong() == droplet)
                .toList();
    }

    private ApiReply removeImage(long id) {
        imageTags.remove(id);
        return remove(snapshots, id);
    }

    private List<ObjectNode> imagesTagged(String tag) {
        return snapshots.values().stream()
                .filter(image -> imageTags
                        .getOrDefault(image.path("id").asLong(), Set.of())
                        .contains(tag))
                .toList();
    }

    private ApiReply createTag(JsonNode body) {
        tags.add(body.path("name").asText());
        return one("tag", object("name", body.path("name").asText()));
    }

    private ApiReply deleteTag(String tag) {
        imageTags.values().forEach(set -> set.remove(tag));
        return tags.remove(tag) ? NONE : notFound();
    }

    private ApiReply tagImage(String tag, JsonNode body, boolean add) {
        Set<String> of = imageTags.get(body.at("/resources/0/resource_id").asLong());
        if (!tags.contains(tag) || of == null) {
            return notFound();
        }
        if (add) {
            of.add(tag);
        } else {
            of.remove(tag);
        }
        return NONE;
    }

    private void later(Duration duration, Runnable effect) {
        pending.add(new Pending(clock.uptime().plus(duration), effect));
    }

    private static ApiReply remove(Map<Long, ObjectNode> things, long id) {
        return things.remove(id) == null ? notFound() : NONE;
    }

    private static ApiReply one(String member, @Nullable ObjectNode thing) {
        return thing == null
                ? notFound()
                : new ApiReply(
                        200,
                        Map.of(),
                        MAPPER.createObjectNode().set(member, thing).toString());
    }

    private static ApiReply list(String member, Iterable<ObjectNode> things) {
        ObjectNode body = MAPPER.createObjectNode();
        things.forEach(body.putArray(member)::add);
        return new ApiReply(200, Map.of("ratelimit-remaining", "4999"), body.toString());
    }

    private static ApiReply notFound() {
        return refusal(404, "not_found", "The resource you requested could not be found.");
    }

    private static ApiReply refusal(int status, String id, String message) {
        return new ApiReply(
                status, Map.of(), object("id", id, "message", message).toString());
    }

    static ObjectNode object(String... namesAndValues) {
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    private static JsonNode parse(String body) {
        try {
            return MAPPER.readTree(body.isEmpty() ? "{}" : body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The bodies of requests like that. */
    List<JsonNode> bodies(String call) {
        return requests.stream()
                .filter(request -> (request.method() + " " + request.path()).equals(call))
                .map(request -> parse(request.body()))
                .collect(Collectors.toList());
    }

    @Override
    public void close() {}
}
