package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What builds of one account share. Safe for use by several threads. */
final class Account {

    private final Endpoint endpoint;
    private final Map<TagNames, Run> runs = new ConcurrentHashMap<>();

    /** What builds of one run in this account share. */
    record Run(RunTags tags, RunDroplets droplets) {}

    Account(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Run run(TagNames names) {
        return runs.computeIfAbsent(names, it -> new Run(new RunTags(it), new RunDroplets(it.run())));
    }
}
