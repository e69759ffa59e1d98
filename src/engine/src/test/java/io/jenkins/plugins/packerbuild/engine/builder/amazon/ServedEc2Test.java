package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Holds the SDK's client to the contract, against an EC2 that somebody has started, such as this project's simulator:
 * {@code -Dec2.endpoint=http://127.0.0.1:18080}.
 */
@EnabledIfSystemProperty(named = "ec2.endpoint", matches = "http.*", disabledReason = "ec2.endpoint names no EC2")
class ServedEc2Test extends Ec2Contract {

    private Ec2Line line;

    @BeforeEach
    void open() {
        AwsLogin login = new AwsLogin.Keys(
                Secret.of("AKIASIMULATED0000001"),
                Secret.of("simulated-secret-key-of-no-real-account"),
                Optional.empty(),
                "test");
        CloudKey key =
                new CloudKey(login, "us-east-1", System.getProperty("ec2.endpoint", ""), new CloudKey.Line(false, 0));
        line = SdkLine.open(key, new Attempts(new RateBudget(), key.place(), 0, Clock.system(), () -> 0.5));
    }

    @AfterEach
    void close() {
        line.close();
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
