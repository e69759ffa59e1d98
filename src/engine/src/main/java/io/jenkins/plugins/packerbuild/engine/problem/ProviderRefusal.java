package io.jenkins.plugins.packerbuild.engine.problem;

import org.jspecify.annotations.Nullable;

/**
 * The parts of the sentence that says why a provider did not do what it was asked: {@code Could not create snapshot
 * 'snap' in digitalocean nyc3: droplet limit exceeded (422 unprocessable_entity, request abc). Delete a droplet.}
 *
 * @param verb what was tried, as in {@code create}
 * @param kind of what, as in {@code security group}
 * @param id its id or name; empty when it had none
 * @param place provider and region, as in {@code aws us-east-1}
 * @param words the provider's own message, without a full stop at its end
 * @param code the provider's error code, request id and attempt, already joined by commas; empty when unknown
 * @param cure what to do next; null when there is nothing that the user could do
 */
public record ProviderRefusal(
        String verb,
        String kind,
        String id,
        String place,
        String words,
        String code,
        @Nullable String cure) {

    /** The sentence. */
    public Problem problem() {
        String thing = id.isEmpty() ? kind : kind + " '" + id + "'";
        String brackets = code.isEmpty() ? "" : " (" + code + ")";
        Problem problem =
                Problem.of("Could not " + verb + " " + thing + " in " + place + ": " + words + brackets + ".");
        return cure == null ? problem : problem.withCure(cure);
    }
}
