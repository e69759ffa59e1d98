package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.account.Inventory;
import io.jenkins.plugins.packerbuild.simulator.account.Inventory.Item;
import io.jenkins.plugins.packerbuild.simulator.account.Service;
import java.util.ArrayList;
import java.util.List;

/** Takes stock of all regions and of IAM. Needs the cloud's lock. */
final class Ec2Inventory {

    private final Ec2State state;
    private final List<Item> images = new ArrayList<>();
    private final List<Item> left = new ArrayList<>();

    Ec2Inventory(Ec2State state) {
        this.state = state;
    }

    Inventory take() {
        state.regions().forEach(this::take);
        state.iam.profiles.keySet().forEach(name -> left.add(new Item(Service.IAM, "", "instance profile", name, "")));
        state.iam.roles.keySet().forEach(name -> left.add(new Item(Service.IAM, "", "role", name, "")));
        return new Inventory(images, left);
    }

    private void take(Region region) {
        region.instances.values().stream()
                .filter(instance -> instance.state != InstanceState.TERMINATED)
                .forEach(instance -> leave(region, "instance", instance.id, instance.state.label()));
        region.volumes.values().forEach(volume -> leave(region, "volume", volume.id, volume.state()));
        region.keyPairs.values().forEach(pair -> leave(region, "key pair", pair.id(), pair.name()));
        region.groups.values().stream()
                .filter(group -> group != region.defaultGroup)
                .forEach(group -> leave(region, "security group", group.id, group.name));
        region.images.values().stream().filter(Image::isOwn).forEach(image -> take(region, image));
        region.snapshots.values().stream()
                .filter(snapshot -> region.images.values().stream().noneMatch(image -> image.uses(snapshot.id)))
                .forEach(snapshot -> leave(region, "snapshot", snapshot.id, snapshot.state));
    }

    private void take(Region region, Image image) {
        List<Item> where = image.state.equals("available") ? images : left;
        where.add(new Item(Service.EC2, region.name, "image", image.id, image.name + " (" + image.state + ")"));
    }

    private void leave(Region region, String kind, String id, String note) {
        left.add(new Item(Service.EC2, region.name, kind, id, note));
    }
}
