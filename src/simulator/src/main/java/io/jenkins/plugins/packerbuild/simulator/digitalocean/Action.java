package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that takes time: {@code in-progress}, then {@code completed} or {@code errored}. Guarded by the account's lock. */
final class Action {

    final long id;
    final String type;
    final Subject subject;
    final Instant startedAt;

    private String status = "in-progress";
    private @Nullable Instant completedAt;

    /**
     * What is acted upon.
     *
     * @param type {@code droplet} or {@code image}
     */
    record Subject(String type, long id, Catalogue.Region region) {}

    Action(long id, String type, Subject subject, Instant startedAt) {
        this.id = id;
        this.type = type;
        this.subject = subject;
        this.startedAt = startedAt;
    }

    void end(boolean well, Instant when) {
        status = well ? "completed" : "errored";
        completedAt = when;
    }

    boolean isOf(String resourceType, long resourceId) {
        return subject.type().equals(resourceType) && subject.id() == resourceId;
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("status", status)
                .put("type", type)
                .put("started_at", Json.time(startedAt))
                .put("completed_at", completedAt == null ? null : Json.time(completedAt))
                .put("resource_id", subject.id())
                .put("resource_type", subject.type())
                .put("region_slug", subject.region().slug());
        json.set("region", subject.region().json());
        return json;
    }
}
