package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderRefusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call is meant to do, for the sentence that says why it did not.
 *
 * @param verb as in {@code create}
 * @param kind as in {@code droplet}
 * @param id of the thing, or its name; empty when it has none
 * @param place as in {@code digitalocean nyc3}
 */
record Attempted(String verb, String kind, String id, String place) {

    /**
     * The sentence's exception, after so many attempts of so many.
     *
     * @param uncertain whether one of them may have been carried out
     */
    ProviderException failed(ApiFailure failure, int attempt, int attempts, boolean uncertain) {
        ProviderRefusal refusal = new ProviderRefusal(
                verb, kind, id, place, failure.words(), code(failure.details(), attempt, attempts), cure(failure));
        Reason certain = failure.wasSent() ? failure.reason() : Reason.OTHER;
        return new ProviderException(uncertain ? Reason.UNAVAILABLE : certain, refusal, failure);
    }

    private static String code(ApiFailure.Details details, int attempt, int attempts) {
        List<String> parts = new ArrayList<>();
        if (details.status() != 0) {
            parts.add((details.status() + " " + details.id()).strip());
        }
        if (!details.requestId().isEmpty()) {
            parts.add("request " + details.requestId());
        }
        parts.add("attempt " + attempt + " of " + attempts);
        return String.join(", ", parts);
    }

    private @Nullable String cure(ApiFailure failure) {
        if (failure.details().status() == 401) {
            return "Check the token: 'api_token' of the builder, or DIGITALOCEAN_TOKEN of the environment.";
        }
        Reason reason = failure.reason();
        return switch (reason) {
            case DENIED -> "Give the token the scopes for droplets, images, SSH keys, actions and tags.";
            case THROTTLED ->
                "Run fewer builds at the same time (-parallel-builds=digitalocean=N), or try again later.";
            case CAPACITY ->
                "Delete droplets, ask DigitalOcean for a higher limit, or run fewer builds at the same time"
                        + " (-parallel-builds=digitalocean=N).";
            case UNAVAILABLE -> "Check the network, 'api_url', and https://status.digitalocean.com.";
            case CONFLICT -> "Wait until what goes on there is over, and try again.";
            case NOT_FOUND, OTHER -> otherCure(reason);
        };
    }

    private @Nullable String otherCure(Reason reason) {
        if (!verb.equals("create")) {
            return null;
        }
        return reason == Reason.NOT_FOUND
                ? "Check that what it is made from still exists."
                : "Check the builder's options in the template.";
    }
}
