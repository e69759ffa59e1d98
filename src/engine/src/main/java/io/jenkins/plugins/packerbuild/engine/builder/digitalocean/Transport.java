package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;

/**
 * The way to one DigitalOcean API endpoint with one token: each call is one exchange, without any retry. Safe for use by
 * several threads.
 */
interface Transport extends AutoCloseable {

    /**
     * Sends the request and returns the answer, whatever its status. A reading request is given up on cancel; any other
     * is waited for, because it may have made something.
     *
     * @throws ApiFailure when no whole answer arrived
     * @throws io.jenkins.plugins.packerbuild.engine.time.CancelledException when a reading request was cancelled
     */
    ApiReply send(ApiRequest request, Cancellation cancellation);

    /** Ends its connections. */
    @Override
    void close();
}
