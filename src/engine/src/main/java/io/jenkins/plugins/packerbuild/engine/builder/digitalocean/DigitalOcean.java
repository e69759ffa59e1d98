package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The calls of DigitalOcean's API version 2 that the builder makes, each with its retries. What creates something looks
 * for it before it is sent again. For one build.
 *
 * @see <a href="https://docs.digitalocean.com/reference/api/">DigitalOcean API reference</a>
 */
final class DigitalOcean {

    private static final String KEYS = "/v2/account/keys";
    private static final String DROPLETS = "/v2/droplets";
    private static final String IMAGES = "/v2/images";
    private static final String TAGS = "/v2/tags";

    private final Endpoint endpoint;
    private final RetryOptions retries;
    private final Surroundings around;

    /**
     * Where and for whom the calls are made.
     *
     * @param place as in {@code digitalocean nyc3}
     * @param cancellation ends waits and reading calls
     */
    record Surroundings(String place, Clock clock, Cancellation cancellation) {}

    DigitalOcean(Endpoint endpoint, RetryOptions retries, Surroundings around) {
        this.endpoint = endpoint;
        this.retries = retries;
        this.around = around;
    }

    /** The same for a cleanup, which has a cancellation of its own and never less than the usual patience. */
    DigitalOcean until(Cancellation cancellation) {
        RetryOptions patient = retries.max() < RetryOptions.USUAL.max() ? RetryOptions.USUAL : retries;
        return new DigitalOcean(endpoint, patient, new Surroundings(around.place(), around.clock(), cancellation));
    }

    Clock clock() {
        return around.clock();
    }

    Cancellation cancellation() {
        return around.cancellation();
    }

    /** As in {@code digitalocean nyc3}. */
    String place() {
        return around.place();
    }

    AccountKey createKey(String name, String publicKey) {
        String body = ApiJson.write(Map.of("name", name, "public_key", publicKey));
        return create(
                what("create", "SSH key", name),
                () -> ApiJson.key(send(ApiRequest.post(KEYS, body))),
                () -> keyNamed(name));
    }

    Optional<AccountKey> keyNamed(String name) {
        return list(what("list", "SSH keys", ""), KEYS, "", ApiJson::keys).stream()
                .filter(key -> key.name().equals(name))
                .findFirst();
    }

    void deleteKey(long id) {
        delete(what("delete", "SSH key", "" + id), KEYS + "/" + id);
    }

    /**
     * Creates a droplet.
     *
     * @param request the body, with a member {@code name}
     * @param ours finds the droplet again when the answer was lost
     */
    Droplet createDroplet(Map<String, Object> request, Supplier<Optional<Droplet>> ours) {
        String body = ApiJson.write(request);
        return create(
                what("create", "droplet", "" + request.get("name")),
                () -> ApiJson.droplet(send(ApiRequest.post(DROPLETS, body))),
                ours);
    }

    /** Empty when there is none (any more). */
    Optional<Droplet> droplet(long id) {
        return unlessNotFound(() -> read(what("read", "droplet", "" + id), DROPLETS + "/" + id, ApiJson::droplet));
    }

    List<Droplet> dropletsTagged(String tag) {
        return list(what("list", "droplets with tag", tag), DROPLETS, "tag_name=" + tag, ApiJson::droplets);
    }

    void deleteDroplet(long id) {
        delete(what("delete", "droplet", "" + id), DROPLETS + "/" + id);
    }

    /** Asks the droplet to shut down; to ask twice is harmless. */
    void shutDown(long droplet) {
        act(droplet, "shutdown");
    }

    /** Switches the droplet off; to ask twice is harmless. */
    void powerOff(long droplet) {
        act(droplet, "power_off");
    }

    private void act(long droplet, String type) {
        String body = ApiJson.write(Map.of("type", type));
        attempt(what(type, "droplet", "" + droplet), () -> send(ApiRequest.post(actions(droplet), body)));
    }

    Action takeSnapshot(long droplet, String name) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("type", "snapshot");
        request.put("name", name);
        String body = ApiJson.write(request);
        return create(
                what("create", "snapshot", name),
                () -> ApiJson.action(send(ApiRequest.post(actions(droplet), body))),
                () -> newest(dropletActions(droplet), action -> action.type().equals("snapshot")));
    }

    Action dropletAction(long droplet, long action) {
        return read(what("read", "droplet action", "" + action), actions(droplet) + "/" + action, ApiJson::action);
    }

    private static String actions(long droplet) {
        return DROPLETS + "/" + droplet + "/actions";
    }

    List<Snapshot> snapshotsOf(long droplet) {
        return list(
                what("list", "snapshots of droplet", "" + droplet),
                DROPLETS + "/" + droplet + "/snapshots",
                "",
                ApiJson::snapshots);
    }

    /** Of all droplets of the account, whether they still exist or not. */
    List<Snapshot> dropletSnapshots() {
        return list(what("list", "snapshots", ""), "/v2/snapshots", "resource_type=droplet", ApiJson::snapshots);
    }

    Action transfer(long image, String region) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("type", "transfer");
        request.put("region", region);
        String body = ApiJson.write(request);
        String path = IMAGES + "/" + image + "/actions";
        return create(
                what("transfer", "snapshot", "" + image),
                () -> ApiJson.action(send(ApiRequest.post(path, body))),
                () -> newest(
                        imageActions(image),
                        it -> it.type().equals("transfer") && it.region().equals(region)));
    }

    Action imageAction(long image, long action) {
        return read(
                what("read", "image action", "" + action),
                IMAGES + "/" + image + "/actions/" + action,
                ApiJson::action);
    }

    void deleteImage(long image) {
        delete(what("delete", "snapshot", "" + image), IMAGES + "/" + image);
    }

    /** Ids of the account's images with the tag. */
    List<Long> imagesTagged(String tag) {
        return list(what("list", "images with tag", tag), IMAGES, "private=true&tag_name=" + tag, ApiJson::images);
    }

    void createTag(String tag) {
        String body = ApiJson.write(Map.of("name", tag));
        attempt(what("create", "tag", tag), () -> send(ApiRequest.post(TAGS, body)));
    }

    void tagImage(String tag, long image) {
        attempt(
                what("tag", "snapshot", "" + image),
                () -> send(ApiRequest.post(TAGS + "/" + tag + "/resources", resource(image))));
    }

    /** Also when it had no such tag, or when there is no such tag at all. */
    void untagImage(String tag, long image) {
        ApiRequest request = new ApiRequest("DELETE", TAGS + "/" + tag + "/resources", resource(image));
        unlessNotFound(() -> attempt(what("untag", "snapshot", "" + image), () -> send(request)));
    }

    void deleteTag(String tag) {
        delete(what("delete", "tag", tag), TAGS + "/" + tag);
    }

    /** Slugs. */
    Set<String> regions() {
        return new TreeSet<>(list(what("list", "regions", ""), "/v2/regions", "", ApiJson::regions));
    }

    private static String resource(long image) {
        return ApiJson.write(Map.of("resources", List.of(Map.of("resource_id", "" + image, "resource_type", "image"))));
    }

    private static Optional<Action> newest(List<Action> actions, Predicate<Action> wanted) {
        return actions.stream().filter(wanted).max((a, b) -> Long.compare(a.id(), b.id()));
    }

    private List<Action> dropletActions(long droplet) {
        return list(what("list", "actions of droplet", "" + droplet), actions(droplet), "", ApiJson::actions);
    }

    /** The newest; this list takes no page. */
    private List<Action> imageActions(long image) {
        Attempted what = what("list", "actions of snapshot", "" + image);
        return read(what, IMAGES + "/" + image + "/actions", ApiJson::actions).items();
    }

    private Attempted what(String verb, String kind, String id) {
        return new Attempted(verb, kind, id, around.place());
    }

    private <T> T read(Attempted what, String path, Function<ApiReply, T> read) {
        return attempt(what, () -> read.apply(send(ApiRequest.get(path))));
    }

    private <T> List<T> list(Attempted what, String path, String query, Function<ApiReply, ApiJson.Page<T>> read) {
        List<T> all = new ArrayList<>();
        String filter = query.isEmpty() ? "" : query + "&";
        for (int number = 1; ; number++) {
            ApiJson.Page<T> page = read(what, path + "?" + filter + "page=" + number + "&per_page=200", read);
            all.addAll(page.items());
            if (page.last() || page.items().isEmpty()) {
                return all;
            }
        }
    }

    /** What is not there counts as deleted. */
    private void delete(Attempted what, String path) {
        unlessNotFound(() -> attempt(what, () -> send(ApiRequest.delete(path))));
    }

    private <T> T attempt(Attempted what, Supplier<T> call) {
        return new Attempts(retries, endpoint, around.clock()).run(what, around.cancellation(), call);
    }

    private <T> T create(Attempted what, Supplier<T> call, Supplier<Optional<T>> find) {
        return new Attempts(retries, endpoint, around.clock()).run(what, around.cancellation(), call, find);
    }

    private ApiReply send(ApiRequest request) {
        return endpoint.exchange(request, around.clock(), around.cancellation());
    }

    private static <T> Optional<T> unlessNotFound(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (ProviderException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
