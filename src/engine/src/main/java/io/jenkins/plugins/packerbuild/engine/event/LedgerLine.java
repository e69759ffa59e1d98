package io.jenkins.plugins.packerbuild.engine.event;

import io.jenkins.plugins.packerbuild.engine.event.Resource.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One line of the ledger, which is an event too. The lines of one resource share their entry number.
 *
 * @param entry number of the resource in this run, from 1
 * @param state how far it is
 * @param resource what it is
 * @param id the provider's id; empty before it is known
 * @param note for {@link State#REMAINS}: why it is still there; else empty
 * @param command for {@link State#REMAINS}: the exact command that removes it; else empty
 */
public record LedgerLine(int entry, State state, Resource resource, String id, String note, String command)
        implements BuildEvent {

    /** How far a resource is. */
    public enum State {
        /** The create call is about to be sent. */
        INTENT,
        /** The provider has answered with its id. */
        CREATED,
        /** It was deleted, or was never created, or is an image that is meant to stay. */
        GONE,
        /** It could not be removed. */
        REMAINS
    }

    @Override
    public String type() {
        return "ledger";
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("entry", entry);
        fields.put("state", state.name().toLowerCase(java.util.Locale.ROOT));
        fields.put("builder", resource.builder());
        fields.put("kind", resource.kind());
        Place place = resource.place();
        fields.put("provider", place.provider());
        fields.put("account", place.account());
        fields.put("region", place.region());
        fields.put("endpoint", place.endpoint());
        fields.put("credentialSource", place.credentialSource());
        fields.put("mark", resource.mark());
        fields.put("id", id);
        fields.put("note", note);
        fields.put("command", command);
        return fields;
    }

    @Override
    public LedgerLine mapText(UnaryOperator<String> change) {
        return new LedgerLine(entry, state, resource, id, change.apply(note), change.apply(command));
    }
}
