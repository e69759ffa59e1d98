package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import io.jenkins.plugins.packerbuild.simulator.world.World;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that the one account of this DigitalOcean has. Its own monitor guards all of it: whoever reads or changes it
 * holds that.
 */
final class Account {

    final World world;
    final Map<Long, AccountKey> keys = new TreeMap<>();
    final Map<Long, Droplet> droplets = new TreeMap<>();
    final Map<Long, Image> images = new TreeMap<>();
    final Map<Long, Action> actions = new TreeMap<>();
    final Set<String> tags = new LinkedHashSet<>();

    private long lastId = 400_000_000;

    Account(World world) {
        this.world = world;
        Catalogue.stockImages().forEach(image -> images.put(image.id, image));
    }

    /** The next id; things of all kinds are numbered in one row, so that no id means two things. */
    long nextId() {
        return ++lastId;
    }

    Droplet droplet(long id) {
        return existing(droplets, id);
    }

    Image image(long id) {
        return existing(images, id);
    }

    Action action(long id) {
        return existing(actions, id);
    }

    Collection<Image> snapshots() {
        return images.values().stream().filter(Image::isSnapshot).toList();
    }

    Action begin(String type, Action.Subject subject) {
        Action action = new Action(nextId(), type, subject, world.now());
        actions.put(action.id, action);
        return action;
    }

    /** Makes sure that tags of these names exist. */
    void addTags(List<String> names) {
        for (String name : names) {
            if (!name.matches("[a-zA-Z0-9_:-]{1,255}")) {
                throw ApiError.unprocessable(
                        "Tag name '" + name + "' is invalid: only letters, numbers, colons, dashes, underscores");
            }
        }
        tags.addAll(names);
    }

    private static <T> T existing(Map<Long, T> things, long id) {
        T thing = things.get(id);
        if (thing == null) {
            throw ApiError.notFound();
        }
        return thing;
    }
}
