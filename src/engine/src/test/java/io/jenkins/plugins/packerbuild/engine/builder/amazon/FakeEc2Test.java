package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;

/** Holds the fake to the contract, so that what is proved on it counts. */
class FakeEc2Test extends Ec2Contract {

    private final VirtualClock clock = new VirtualClock();
    private final FakeCloud cloud = new FakeCloud(clock);

    @Override
    Ec2 ec2() {
        return cloud.within(new Cancellation());
    }

    @Override
    Clock clock() {
        return clock;
    }
}
