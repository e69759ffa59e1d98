package io.jenkins.plugins.packerbuild.engine.ledger;

import io.jenkins.plugins.packerbuild.engine.event.Resource;

/**
 * What exists in a cloud because of this run. Every create call is announced here first: when {@link #intend} returns,
 * the intent is on disk. Safe for use by several threads.
 *
 * <pre>{@code
 * ResourceLedger.Entry entry = ledger.intend(new Resource("web", "instance", place, clientToken));
 * String id = client.runInstance(request);   // the request carries clientToken
 * entry.created(id);
 * scope.onCleanup("instance " + id, limit, () -> { client.terminate(id); entry.gone(); });
 * }</pre>
 */
public interface ResourceLedger {

    /**
     * Notes that a create call is about to be sent.
     *
     * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when it cannot be written: then the call must
     *     not be sent
     */
    Entry intend(Resource resource);

    /** One resource of the ledger. */
    interface Entry {

        /** The provider answered: this is its id. */
        void created(String id);

        /** It was removed, or was never created, or is an image that is meant to stay. */
        void gone();

        /**
         * It could not be removed.
         *
         * @param why a sentence with the provider's words
         * @param command what an administrator types to remove it
         */
        void remains(String why, String command);
    }
}
