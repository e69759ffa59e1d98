package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.packerbuild.simulator.account.Inventory;
import io.jenkins.plugins.packerbuild.simulator.account.Inventory.Item;
import io.jenkins.plugins.packerbuild.simulator.account.Service;
import io.jenkins.plugins.packerbuild.simulator.fault.FaultKind;
import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import io.jenkins.plugins.packerbuild.simulator.http.Request;
import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import io.jenkins.plugins.packerbuild.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * DigitalOcean's API version 2 with one account. Safe for use by several threads at once.
 *
 * @see <a href="https://docs.digitalocean.com/reference/api/">DigitalOcean API reference</a>
 */
public final class DigitalOcean {

    private final Account account;
    private final Set<String> acceptedTokens;
    private final RateLimit rateLimit;
    private final List<Route> routes;

    /**
     * A DigitalOcean with an empty account.
     *
     * @param acceptedTokens the tokens that are let in; if empty, any token is
     */
    public DigitalOcean(World world, Set<String> acceptedTokens) {
        this.account = new Account(world);
        this.acceptedTokens = Set.copyOf(acceptedTokens);
        this.rateLimit = new RateLimit(world.timeline(), world.latencies().scaled(Duration.ofHours(1)));
        ImageOperations images = new ImageOperations(account);
        this.routes = Stream.of(
                        new KeyOperations(account).routes(),
                        new TagOperations(account).routes(),
                        images.routes(),
                        new DropletOperations(account, new DropletOrder.Reader(account, images)).routes(),
                        new DropletActionOperations(account).routes(),
                        new ActionOperations(account).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Answers one request. */
    public Answer answer(Request request) {
        String action = "unknown " + request.method() + " " + request.path();
        Answer answer;
        try {
            Route route = route(request);
            action = action(route, request);
            answer = call(route, action, request);
        } catch (ApiError e) {
            answer = refusal(e);
        } catch (RuntimeException e) {
            System.err.println("The simulated DigitalOcean could not answer " + action + ": " + e);
            answer = refusal(ApiError.serverError());
        }
        account.world.calls().note(Service.DIGITALOCEAN, action, answer.isRefusal());
        return answer.isDropped() ? answer : answer.with(rateLimit.headers(answer.status()));
    }

    /** What exists in the account. */
    public Inventory inventory() {
        synchronized (account) {
            List<Item> images = account.snapshots().stream()
                    .map(image -> item("snapshot", image.id, image.name))
                    .toList();
            List<Item> left = new ArrayList<>();
            account.droplets
                    .values()
                    .forEach(it -> left.add(item("droplet", it.id, it.name + " (" + it.status() + ")")));
            account.keys.values().forEach(key -> left.add(item("ssh key", key.id(), key.name())));
            account.tags.stream()
                    .filter(tag -> account.snapshots().stream().noneMatch(image -> image.tags.contains(tag)))
                    .forEach(tag -> left.add(new Item(Service.DIGITALOCEAN, "", "tag", tag, "")));
            return new Inventory(images, left);
        }
    }

    /** The content of a snapshot, for tests; empty if there is none of that id. */
    public Optional<DiskImage> disk(long snapshotId) {
        synchronized (account) {
            return Optional.ofNullable(account.images.get(snapshotId)).map(image -> image.disk);
        }
    }

    private static Item item(String kind, long id, String note) {
        return new Item(Service.DIGITALOCEAN, "", kind, Long.toString(id), note);
    }

    private Route route(Request request) {
        return routes.stream()
                .filter(it -> it.match(request.method(), request.path()).isPresent())
                .findFirst()
                .orElseThrow(ApiError::notFound);
    }

    /** The operation's id; for actions on droplets and images with their type, so that faults can tell them apart. */
    private static String action(Route route, Request request) {
        if (!route.operationId().endsWith("Actions_post")) {
            return route.operationId();
        }
        JsonNode type = Json.parse(request.body()).path("type");
        return type.isTextual() ? route.operationId() + "." + type.asText() : route.operationId();
    }

    private Answer call(Route route, String action, Request request) {
        authorize(request);
        Optional<FaultKind> fault = account.world.faults().take(Service.DIGITALOCEAN, action);
        switch (fault.orElse(FaultKind.LOST)) {
            case THROTTLE -> throw ApiError.tooManyRequests();
            case ERROR -> throw ApiError.serverError();
            case DENIED -> throw ApiError.forbidden();
            case DROP -> {
                return Answer.dropped();
            }
            default -> {}
        }
        List<String> path = route.match(request.method(), request.path()).orElseThrow();
        synchronized (account) {
            Answer answer = route.operation().apply(new Call(request, path, fault));
            return fault.equals(Optional.of(FaultKind.LOST)) ? Answer.dropped() : answer;
        }
    }

    private void authorize(Request request) {
        String header = request.header("Authorization").orElse("");
        String token = header.startsWith("Bearer ")
                ? header.substring("Bearer ".length()).strip()
                : "";
        if (token.isEmpty() || !(acceptedTokens.isEmpty() || acceptedTokens.contains(token))) {
            throw ApiError.unauthorized();
        }
    }

    private static Answer refusal(ApiError error) {
        ObjectNode body = Json.object().put("id", error.id()).put("message", error.getMessage());
        return Json.answer(error.status(), body);
    }
}
