package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.packerbuild.simulator.fault.FaultKind;
import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import io.jenkins.plugins.packerbuild.simulator.machine.Machine;
import io.jenkins.plugins.packerbuild.simulator.machine.MachineSpec;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** {@code /v2/droplets}: creating, reading and destroying. */
final class DropletOperations {

    private static final String DROPLETS = "/v2/droplets";
    private static final Map<String, String> EMPTY_JSON = Map.of("Content-Type", "application/json");

    private final Account account;
    private final DropletOrder.Reader orders;

    DropletOperations(Account account, DropletOrder.Reader orders) {
        this.account = account;
        this.orders = orders;
    }

    List<Route> routes() {
        return List.of(
                Route.of("droplets_list", "GET", DROPLETS, this::list),
                Route.of("droplets_create", "POST", DROPLETS, this::create),
                Route.of("droplets_destroy_byTag", "DELETE", DROPLETS, this::destroyByTag),
                Route.of(
                        "droplets_get",
                        "GET",
                        DROPLETS + "/*",
                        call -> Json.answer(
                                200,
                                Json.object()
                                        .set(
                                                "droplet",
                                                account.droplet(call.id(0)).json()))),
                Route.of("droplets_destroy", "DELETE", DROPLETS + "/*", this::destroy),
                Route.of("droplets_list_snapshots", "GET", DROPLETS + "/*/snapshots", this::snapshots));
    }

    private Answer list(Call call) {
        Predicate<Droplet> tagged =
                droplet -> call.query("tag_name").map(droplet.tags::contains).orElse(true);
        Predicate<Droplet> named =
                droplet -> call.query("name").map(droplet.name::equals).orElse(true);
        return call.page(
                "droplets",
                account.droplets.values().stream()
                        .filter(tagged.and(named))
                        .map(Droplet::json)
                        .toList());
    }

    private Answer create(Call call) {
        JsonNode json = call.json();
        DropletOrder order = orders.read(json);
        if (call.suffers(FaultKind.CAPACITY)) {
            throw ApiError.unprocessable("Size is not available in this region.");
        }
        account.addTags(order.tags());
        Droplet droplet = order.droplet(account.nextId(), account.world.now());
        account.droplets.put(droplet.id, droplet);
        Action action = account.begin("create", new Action.Subject("droplet", droplet.id, droplet.region));
        begin(droplet, action, call);
        ObjectNode link = Json.object()
                .put("id", action.id)
                .put("rel", "create")
                .put("href", "https://api.digitalocean.com/v2/actions/" + action.id);
        ObjectNode body = Json.object().set("droplet", droplet.json());
        body.putObject("links").putArray("actions").add(link);
        return Json.answer(202, body);
    }

    private void begin(Droplet droplet, Action action, Call call) {
        if (call.suffers(FaultKind.NEVER_READY)) {
            return;
        }
        if (call.suffers(FaultKind.FAILED)) {
            account.world.after(Phase.DROPLET_ACTIVE, () -> failed(action));
            return;
        }
        account.world.after(Phase.DROPLET_ACTIVE, () -> boot(droplet, action));
    }

    private void failed(Action action) {
        synchronized (account) {
            action.end(false, account.world.now());
        }
    }

    private void boot(Droplet droplet, Action action) {
        Machine machine;
        try {
            machine = account.world.machines().boot(spec(droplet));
        } catch (UncheckedIOException e) {
            failed(action);
            throw e;
        }
        synchronized (account) {
            if (account.droplets.containsKey(droplet.id)) {
                droplet.activate(machine);
                action.end(true, account.world.now());
                account.world.after(Phase.DROPLET_SSH, machine::acceptConnections);
                return;
            }
        }
        machine.destroy();
    }

    private static MachineSpec spec(Droplet droplet) {
        return new MachineSpec(
                "droplet-" + droplet.id,
                droplet.boot.authorizedKeys(),
                Optional.empty(),
                Set.of("root"),
                droplet.image.disk,
                droplet.boot.userData());
    }

    private Answer destroy(Call call) {
        remove(account.droplet(call.id(0)));
        return Answer.noContent().with(EMPTY_JSON);
    }

    private Answer destroyByTag(Call call) {
        String tag = call.query("tag_name").orElseThrow(() -> ApiError.badRequest("tag_name is required"));
        List.copyOf(account.droplets.values()).stream()
                .filter(droplet -> droplet.tags.contains(tag))
                .forEach(this::remove);
        return Answer.noContent().with(EMPTY_JSON);
    }

    private void remove(Droplet droplet) {
        account.droplets.remove(droplet.id);
        droplet.machine().ifPresent(machine -> account.world.soon(machine::destroy));
    }

    private Answer snapshots(Call call) {
        Droplet droplet = account.droplet(call.id(0));
        return call.page(
                "snapshots",
                droplet.snapshotIds.stream()
                        .map(account::image)
                        .map(Image::dropletSnapshotJson)
                        .toList());
    }
}
