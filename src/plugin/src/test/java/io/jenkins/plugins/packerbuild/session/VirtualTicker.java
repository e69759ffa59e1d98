package io.jenkins.plugins.packerbuild.session;

import java.time.Duration;

/** A clock that a test advances. */
final class VirtualTicker implements Ticker {

    private Duration now = Duration.ofHours(1);

    @Override
    public synchronized Duration uptime() {
        return now;
    }

    synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
