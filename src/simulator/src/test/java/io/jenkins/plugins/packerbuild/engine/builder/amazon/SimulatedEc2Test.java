package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import io.jenkins.plugins.packerbuild.simulator.SimulatedClouds;
import io.jenkins.plugins.packerbuild.simulator.SimulatorOptions;
import io.jenkins.plugins.packerbuild.simulator.machine.MemoryMachines;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Holds the simulated EC2 to what the engine relies upon, through the SDK's client: the contract of fake and moto. */
class SimulatedEc2Test extends Ec2Contract {

    private static final AwsLogin LOGIN = new AwsLogin.Keys(
            Secret.of("AKIASIMULATED0000001"),
            Secret.of("simulated-secret-key-of-no-real-account"),
            Optional.empty(),
            "test");

    private SimulatedClouds clouds;
    private Ec2Line line;

    @BeforeEach
    void open() throws IOException {
        clouds = SimulatedClouds.start(SimulatorOptions.ofFactor(1000), new MemoryMachines());
        CloudKey key = new CloudKey(LOGIN, "us-east-1", clouds.ec2Endpoint().toString(), new CloudKey.Line(false, 0));
        line = SdkLine.open(key, new Attempts(new RateBudget(), key.place(), 0, Clock.system(), () -> 0.5));
    }

    @AfterEach
    void close() {
        line.close();
        clouds.close();
    }

    @Override
    Ec2 ec2() {
        return line.within(new Cancellation());
    }

    @Override
    Clock clock() {
        return Clock.system();
    }
}
