package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the SDK throws, by answers of a server on loopback, and what we make of it. */
class SdkFailuresTest {

    private record Answer(int status, String code, String retryAfter) {}

    private final VirtualClock clock = new VirtualClock();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private HttpServer server;
    private Ec2Line line;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        line = line("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private Ec2Line line(String endpoint) {
        CloudKey key = new CloudKey(
                new AwsLogin.Keys(Secret.of("AKIA"), Secret.of("secret"), Optional.empty(), "test"),
                "us-east-1",
                endpoint,
                new CloudKey.Line(false, 10));
        return SdkLine.open(key, new Attempts(new RateBudget(), key.place(), 10, clock, () -> 1.0));
    }

    private void answer(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Answer answer = answers.isEmpty() ? new Answer(200, "", "") : answers.poll();
        String body = answer.code.isEmpty()
                ? "<DescribeInstancesResponse><reservationSet/></DescribeInstancesResponse>"
                : "<Response><Errors><Error><Code>" + answer.code
                        + "</Code><Message>Because.</Message></Error></Errors><RequestID>req-7</RequestID></Response>";
        if (!answer.retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", answer.retryAfter);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterEach
    void stop() {
        line.close();
        server.stop(0);
    }

    private Ec2 ec2() {
        return line.within(new Cancellation());
    }

    private List<InstanceInfo> ask() {
        return ec2().instances(Filters.of("instance-id", "i-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "403, UnauthorizedOperation, DENIED",
        "403, AuthFailure, DENIED",
        "400, InvalidClientTokenId, DENIED",
        "400, InvalidInstanceID.NotFound, NOT_FOUND",
        "400, InvalidAMIID.Unavailable, NOT_FOUND",
        "400, DependencyViolation, CONFLICT",
        "400, InvalidAMIName.Duplicate, CONFLICT",
        "400, IncorrectInstanceState, CONFLICT",
        "500, InsufficientInstanceCapacity, CAPACITY",
        "400, VcpuLimitExceeded, CAPACITY",
        "400, InvalidParameterValue, OTHER"
    })
    void saysForEveryCodeWhatToActUpon(int status, String code, Reason reason) {
        answers.add(new Answer(status, code, ""));

        ProviderException refusal = catchThrowableOfType(ProviderException.class, this::ask);

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal).hasMessageStartingWith("Could not list instances in aws us-east-1 at http://127.0.0.1:");
        assertThat(refusal).hasMessageContaining(": Because (" + code + ", request req-7).");
        assertThat(bodies).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"503, RequestLimitExceeded", "500, InternalError", "503, Unavailable", "400, Throttling"})
    void triesAgainWhatMayPass(int status, String code) {
        answers.add(new Answer(status, code, ""));

        assertThat(ask()).isEmpty();

        assertThat(bodies).hasSize(2);
    }

    /** Java's own HTTP client keeps the body of a 401 to itself. */
    @Test
    void saysThatCredentialsWereRefused() {
        answers.add(new Answer(401, "AuthFailure", ""));

        assertThatThrownBy(this::ask)
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DENIED))
                .hasMessageContaining("the credentials were refused (HTTP 401). Check the access key");
    }

    @Test
    void waitsAsLongAsRetryAfterSays() {
        answers.add(new Answer(503, "RequestLimitExceeded", "9"));

        ask();

        assertThat(clock.uptime()).isGreaterThanOrEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void saysThatAnEndpointCannotBeReached() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        try (Ec2Line dead = line("http://127.0.0.1:" + nobody)) {
            assertThatThrownBy(() -> dead.within(new Cancellation()).account())
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE))
                    .hasMessageMatching("Could not use AWS credentials in aws us-east-1 at http://127.0.0.1:\\d+:"
                            + " Connection refused \\(attempt 4 of 4\\)\\. Check the network, the `region` and,"
                            + " when set, `custom_endpoint_ec2`\\.");
        }
    }

    @Test
    void leavesOutWhatIsNotSet() {
        answers.add(new Answer(400, "InvalidParameterValue", ""));

        assertThatThrownBy(() -> ec2().runInstance(new LaunchRequest(
                        new AmiId("ami-1"),
                        "token-1",
                        new LaunchRequest.Machine(
                                "t3.micro", false, Optional.empty(), "stop", Optional.empty(), Optional.empty()),
                        new LaunchRequest.Network(
                                Optional.empty(), Optional.empty(), List.of(new GroupId("sg-1")), Optional.empty()),
                        Optional.of("packer_1"),
                        List.of(),
                        new LaunchRequest.Tags(Map.of("a", "b"), Map.of("c", "d")))))
                .isInstanceOf(ProviderException.class);

        assertThat(bodies)
                .containsExactly("Action=RunInstances&Version=2016-11-15&ImageId=ami-1&InstanceType=t3.micro"
                        + "&KeyName=packer_1&MaxCount=1&MinCount=1&SecurityGroupId.1=sg-1"
                        + "&TagSpecification.1.ResourceType=instance&TagSpecification.1.Tag.1.Key=a"
                        + "&TagSpecification.1.Tag.1.Value=b&TagSpecification.2.ResourceType=volume"
                        + "&TagSpecification.2.Tag.1.Key=c&TagSpecification.2.Tag.1.Value=d"
                        + "&InstanceInitiatedShutdownBehavior=stop&ClientToken=token-1");
    }
}
