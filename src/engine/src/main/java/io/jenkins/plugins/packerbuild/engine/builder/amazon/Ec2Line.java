package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;

/** A client for one account, region and endpoint. Safe for use by several threads. */
interface Ec2Line extends AutoCloseable {

    /** Its calls, given up when the cancellation is cancelled. Costs nothing. */
    Ec2 within(Cancellation cancellation);

    /** Ends its connections. */
    @Override
    void close();

    /** Makes clients. */
    @FunctionalInterface
    interface Opener {

        /** A client that sends its requests through the attempts; asks nobody yet. */
        Ec2Line open(CloudKey key, Attempts attempts);
    }
}
