package io.jenkins.plugins.packerbuild.engine.builder;

import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.ledger.ResourceLedger;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import java.util.List;
import java.util.Optional;

/** Removes what a dead run has left at one provider. Stateless; safe for use by several threads. */
public interface ResourceCleaner {

    /** The provider of the ledger's lines that it takes, as in {@code aws}. */
    String provider();

    /** The type of the builders that work at it. */
    String builderType();

    /**
     * Removes each resource: by its id, or by its mark when the id never arrived. Tells every entry that it is gone, or
     * that it remains, why, and the command that removes it. Goes on after a failure, never throws for one resource.
     */
    void clean(Request request);

    /**
     * What is left of a dead run.
     *
     * @param runId the dead run's id, which its resources are tagged with
     * @param resources in the order in which they were made; never empty
     * @param credentials fresh values
     * @param scope narrator, clock and cancellation of the cleanup
     */
    record Request(String runId, List<Left> resources, Credentials credentials, BuildScope scope) {

        /** Copies its list. */
        public Request {
            resources = List.copyOf(resources);
        }
    }

    /**
     * One resource that is not known to be gone.
     *
     * @param resource as it was announced
     * @param id the provider's id; empty when it never arrived
     * @param entry where to write what became of it
     */
    record Left(Resource resource, String id, ResourceLedger.Entry entry) {}

    /** Fresh credentials for a resource, from its {@link Resource.Place#credentialSource()}. */
    @FunctionalInterface
    interface Credentials {

        /** The value of a builder option such as {@code api_token}; empty when nobody gave one. */
        Optional<Secret> value(String option, Resource resource);
    }
}
