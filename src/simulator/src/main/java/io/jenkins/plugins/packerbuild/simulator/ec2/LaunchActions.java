package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.fault.FaultKind;
import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import io.jenkins.plugins.packerbuild.simulator.machine.Machine;
import io.jenkins.plugins.packerbuild.simulator.machine.MachineSpec;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** RunInstances, and the boot that it begins. */
final class LaunchActions {

    /** The first call of each client token, by region and token. */
    private final Map<String, Ordered> byToken = new HashMap<>();

    private record Ordered(Map<String, String> parameters, List<Instance> instances) {}

    Map<String, Ec2Action> table() {
        return Map.of("RunInstances", this::run);
    }

    private void run(Ec2Call call, Xml xml) {
        Optional<String> token = call.parameters().text("ClientToken");
        Optional<Ordered> before = token.map(it -> byToken.get(call.region().name + " " + it));
        List<Instance> instances = before.map(it -> again(it, call)).orElseGet(() -> launch(call));
        token.ifPresent(it -> byToken.putIfAbsent(
                call.region().name + " " + it, new Ordered(call.parameters().values(), instances)));
        InstanceActions.writeReservation(xml, call.region(), instances);
    }

    private static List<Instance> again(Ordered ordered, Ec2Call call) {
        if (!ordered.parameters().equals(call.parameters().values())) {
            throw Ec2Error.of(
                    "IdempotentParameterMismatch",
                    "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).");
        }
        return ordered.instances();
    }

    private static List<Instance> launch(Ec2Call call) {
        Launch launch = Launch.read(call);
        if (call.suffers(FaultKind.CAPACITY)) {
            throw new Ec2Error(
                    500,
                    "InsufficientInstanceCapacity",
                    "We currently do not have sufficient " + launch.type() + " capacity in the Availability Zone you"
                            + " requested (" + launch.network().subnet().zone() + "). Our system will be working on"
                            + " provisioning additional capacity.");
        }
        call.parameters().required("MinCount");
        call.parameters().required("MaxCount");
        int count = call.parameters().number("MaxCount", 1);
        return IntStream.range(0, count).mapToObj(i -> begin(launch, call)).toList();
    }

    private static Instance begin(Launch launch, Ec2Call call) {
        Region region = call.region();
        Instance instance =
                new Instance(Ec2State.newId("i"), launch, call.state().world.now());
        region.instances.put(instance.id, instance);
        region.tags.put(instance.id, call.parameters().tagsFor("instance"));
        for (Device device : launch.devices()) {
            Resources.Volume volume = new Resources.Volume(
                    Ec2State.newId("vol"), device, launch.network().subnet().zone(), instance.launchedAt);
            volume.instanceId = instance.id;
            instance.volumes.add(volume);
            region.volumes.put(volume.id, volume);
            region.tags.put(volume.id, call.parameters().tagsFor("volume"));
        }
        if (call.suffers(FaultKind.FAILED)) {
            call.later(Phase.INSTANCE_RUNNING, () -> fail(instance, region));
        } else if (!call.suffers(FaultKind.NEVER_READY)) {
            List<String> keys = launch.authorizedKeys(region);
            call.state().world.after(Phase.INSTANCE_RUNNING, () -> boot(instance, keys, call));
        }
        return instance;
    }

    private static void fail(Instance instance, Region region) {
        if (instance.state == InstanceState.PENDING) {
            instance.failure = "Server.InternalError: Internal error on launch";
            InstanceActions.vanish(instance, region);
        }
    }

    private static void boot(Instance instance, List<String> keys, Ec2Call call) {
        Ec2State state = call.state();
        Machine machine;
        try {
            machine = state.world.machines().boot(spec(instance, keys));
        } catch (UncheckedIOException e) {
            synchronized (state) {
                fail(instance, call.region());
            }
            throw e;
        }
        synchronized (state) {
            if (instance.state == InstanceState.PENDING) {
                instance.run(machine);
                state.world.after(Phase.INSTANCE_SSH, machine::acceptConnections);
                return;
            }
        }
        machine.destroy();
    }

    private static MachineSpec spec(Instance instance, List<String> keys) {
        Image image = instance.launch.image();
        return new MachineSpec(
                instance.id, keys, Optional.empty(), image.platform.logins(), image.disk, instance.launch.userData());
    }
}
