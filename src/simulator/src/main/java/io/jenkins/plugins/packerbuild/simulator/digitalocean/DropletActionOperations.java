package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.packerbuild.simulator.fault.FaultKind;
import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import io.jenkins.plugins.packerbuild.simulator.machine.Machine;
import java.util.List;

/** {@code POST /v2/droplets/ID/actions}: shutdown, power_off and snapshot. */
final class DropletActionOperations {

    private final Account account;

    DropletActionOperations(Account account) {
        this.account = account;
    }

    List<Route> routes() {
        return List.of(Route.of("dropletActions_post", "POST", "/v2/droplets/*/actions", this::act));
    }

    private Answer act(Call call) {
        Droplet droplet = account.droplet(call.id(0));
        JsonNode json = call.json();
        if (droplet.isLocked()) {
            throw ApiError.unprocessable("Droplet already has a pending event.");
        }
        Action action =
                begin(droplet, json.path("type").asText(""), json.path("name").asText(""), call);
        return Json.answer(201, Json.object().set("action", action.json()));
    }

    private Action begin(Droplet droplet, String type, String name, Call call) {
        return switch (type) {
            case "shutdown" -> switchOff(droplet, type, Phase.DROPLET_SHUTDOWN, call);
            case "power_off" -> switchOff(droplet, type, Phase.DROPLET_POWER_OFF, call);
            case "snapshot" -> snapshot(droplet, name, call);
            default -> throw ApiError.unprocessable("Action type '" + type + "' is not supported by this simulator.");
        };
    }

    private Action switchOff(Droplet droplet, String type, Phase phase, Call call) {
        if (droplet.status().equals("off")) {
            throw ApiError.unprocessable("Droplet is already powered off.");
        }
        Action action = start(droplet, type);
        if (call.suffers(FaultKind.NEVER_READY)) {
            return action;
        }
        boolean well = !call.suffers(FaultKind.FAILED);
        if (well) {
            droplet.machine().ifPresent(machine -> account.world.soon(machine::stop));
        }
        account.world.after(phase, () -> end(droplet, action, well ? "off" : droplet.status(), well));
        return action;
    }

    private Action snapshot(Droplet droplet, String name, Call call) {
        if (name.isEmpty()) {
            throw ApiError.unprocessable("Name can't be blank");
        }
        Machine machine = droplet.machine().orElseThrow(() -> ApiError.unprocessable("Droplet is not yet active."));
        Action action = start(droplet, "snapshot");
        if (call.suffers(FaultKind.NEVER_READY)) {
            return action;
        }
        if (call.suffers(FaultKind.FAILED)) {
            account.world.after(Phase.DROPLET_SNAPSHOT, () -> end(droplet, action, droplet.status(), false));
            return action;
        }
        account.world.soon(() -> {
            DiskImage disk = machine.snapshot();
            account.world.after(Phase.DROPLET_SNAPSHOT, () -> taken(droplet, action, name, disk));
        });
        return action;
    }

    private void taken(Droplet droplet, Action action, String name, DiskImage disk) {
        synchronized (account) {
            Image image = Image.snapshot(account.nextId(), name, droplet, disk, account.world.now());
            account.images.put(image.id, image);
            droplet.snapshotIds.add(image.id);
            end(droplet, action, droplet.status(), true);
        }
    }

    private Action start(Droplet droplet, String type) {
        droplet.lock();
        return account.begin(type, new Action.Subject("droplet", droplet.id, droplet.region));
    }

    private void end(Droplet droplet, Action action, String status, boolean well) {
        synchronized (account) {
            droplet.become(status);
            action.end(well, account.world.now());
        }
    }
}
