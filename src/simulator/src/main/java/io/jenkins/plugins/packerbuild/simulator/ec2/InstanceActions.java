package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Describing, stopping, terminating and changing instances. */
final class InstanceActions {

    private static final Set<String> CHANGEABLE = Set.of(
            "EnaSupport",
            "SriovNetSupport",
            "InstanceInitiatedShutdownBehavior",
            "DisableApiTermination",
            "InstanceType",
            "UserData",
            "EbsOptimized",
            "SourceDestCheck");

    Map<String, Ec2Action> table() {
        return Map.of(
                "DescribeInstances", InstanceActions::describe,
                "StopInstances", InstanceActions::stop,
                "TerminateInstances", InstanceActions::terminate,
                "ModifyInstanceAttribute", InstanceActions::modify);
    }

    private static void describe(Ec2Call call, Xml xml) {
        List<String> ids = call.parameters().list("InstanceId");
        List<Instance> wanted = ids.isEmpty()
                ? List.copyOf(call.region().instances.values())
                : ids.stream().map(call.region()::instance).toList();
        List<Instance> found = wanted.stream()
                .filter(instance -> call.passes(instance.attributes(), instance.id))
                .toList();
        xml.list("reservationSet", found, (it, instance) -> writeReservation(it, call.region(), List.of(instance)));
    }

    static void writeReservation(Xml xml, Region region, List<Instance> instances) {
        xml.text("reservationId", instances.get(0).id.replaceFirst("^i-", "r-"))
                .text("ownerId", Ec2State.ACCOUNT_ID)
                .list("groupSet", List.of(), (it, none) -> {})
                .list("instancesSet", instances, (it, instance) -> instance.write(it, region.tags.of(instance.id)));
    }

    private static void stop(Ec2Call call, Xml xml) {
        boolean force = call.parameters().flag("Force", false);
        change(call, xml, instance -> {
            boolean already = instance.state == InstanceState.STOPPED || instance.state == InstanceState.STOPPING;
            if (instance.state.isGone() || instance.state == InstanceState.PENDING) {
                throw Ec2Error.of(
                        "IncorrectInstanceState",
                        "The instance '" + instance.id + "' is not in a state from which it can be "
                                + (force ? "force stopped." : "stopped."));
            }
            if (!already) {
                switchOff(instance, call);
            }
        });
    }

    private static void switchOff(Instance instance, Ec2Call call) {
        instance.state = InstanceState.STOPPING;
        instance.machine().ifPresent(machine -> call.state().world.soon(machine::stop));
        call.later(Phase.INSTANCE_STOPPED, () -> {
            if (instance.state == InstanceState.STOPPING) {
                instance.state = InstanceState.STOPPED;
            }
        });
    }

    private static void terminate(Ec2Call call, Xml xml) {
        change(call, xml, instance -> {
            if (instance.state.isGone()) {
                return;
            }
            instance.state = InstanceState.SHUTTING_DOWN;
            instance.machine().ifPresent(machine -> call.state().world.soon(machine::destroy));
            call.later(Phase.INSTANCE_TERMINATED, () -> vanish(instance, call.region()));
        });
    }

    /** The instance is terminated, and of its volumes only those stay that were to stay. */
    static void vanish(Instance instance, Region region) {
        instance.state = InstanceState.TERMINATED;
        for (Resources.Volume volume : instance.volumes) {
            volume.instanceId = null;
            if (volume.device.ebs().deleteOnTermination()) {
                region.volumes.remove(volume.id);
                region.tags.forget(volume.id);
            }
        }
    }

    /** Changes every instance that the call names, after all of them were found, and writes the states before and after. */
    private static void change(Ec2Call call, Xml xml, Consumer<Instance> change) {
        if (call.parameters().list("InstanceId").isEmpty()) {
            throw Ec2Error.missing("InstanceId");
        }
        List<Instance> instances = call.parameters().list("InstanceId").stream()
                .map(call.region()::instance)
                .toList();
        xml.list("instancesSet", instances, (it, instance) -> {
            InstanceState before = instance.state;
            change.accept(instance);
            it.text("instanceId", instance.id)
                    .element("currentState", instance.state::write)
                    .element("previousState", before::write);
        });
    }

    private static void modify(Ec2Call call, Xml xml) {
        QueryParameters parameters = call.parameters();
        Instance instance = call.region().instance(parameters.required("InstanceId"));
        boolean known = parameters.values().keySet().stream()
                .anyMatch(name -> CHANGEABLE.contains(name.replaceFirst("\\.Value$", "")));
        if (!known) {
            throw Ec2Error.of("InvalidParameterCombination", "No attributes specified.");
        }
        boolean enhancedNetworking = parameters.text("EnaSupport.Value").isPresent()
                || parameters.text("SriovNetSupport.Value").isPresent();
        if (enhancedNetworking && instance.state != InstanceState.STOPPED) {
            throw Ec2Error.of(
                    "IncorrectInstanceState", "The instance '" + instance.id + "' is not in the 'stopped' state.");
        }
        instance.ena = parameters.flag("EnaSupport.Value", instance.ena);
        instance.sriov |= parameters.text("SriovNetSupport.Value").isPresent();
        xml.text("return", true);
    }
}
