package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OkHttpTransportTest extends TransportContract {

    private final List<String> tokens = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Transport transport;

    OkHttpTransportTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        transport = new OkHttpTransport(url(), Secret.of("t0ken"));
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        transport.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Override
    Transport transport() {
        return transport;
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            ApiRequest request = new ApiRequest(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), body);
            ApiReply reply;
            try {
                reply = cloud.send(request, new Cancellation());
            } catch (ApiFailure lost) {
                return;
            }
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    @Test
    void sendsTheToken() {
        assertThat(transport.send(ApiRequest.get("/v2/regions"), cancellation).isSuccess())
                .isTrue();

        assertThat(tokens).containsExactly("Bearer t0ken");
    }

    @Test
    void followsNoRedirect() {
        cloud.refuse("GET", 302, Map.of("location", url() + "/elsewhere"), FakeDigitalOcean.object());

        ApiReply reply = transport.send(ApiRequest.get("/v2/regions"), cancellation);

        assertThat(reply.status()).isEqualTo(302);
        assertThat(ApiJson.failure(reply).words()).contains("sends elsewhere, to '" + url() + "/elsewhere'");
        assertThat(tokens).hasSize(1);
    }

    @Test
    void knowsThatNothingWasAskedForWhereNobodyListens() {
        server.stop(0);

        assertThatThrownBy(() -> transport.send(new ApiRequest("POST", "/v2/droplets", "{}"), cancellation))
                .isInstanceOfSatisfying(ApiFailure.class, failure -> {
                    assertThat(failure.mayHaveHappened()).isFalse();
                    assertThat(failure.mayPass()).isTrue();
                });
    }

    @Test
    void knowsThatWhatWasAskedForMayHaveHappenedWhenTheAnswerIsLost() {
        cloud.refuse("POST", 500, Map.of(), FakeDigitalOcean.object());

        assertThat(ApiJson.failure(transport.send(new ApiRequest("POST", "/v2/droplets", "{}"), cancellation))
                        .mayHaveHappened())
                .isTrue();
    }

    @Test
    void refusesAnAnswerWithoutEnd() {
        String endless = "x".repeat((16 << 20) + 1);
        cloud.refuse("GET", 200, Map.of(), FakeDigitalOcean.object("message", endless));

        assertThatThrownBy(() -> transport.send(ApiRequest.get("/v2/regions"), cancellation))
                .isInstanceOf(ApiFailure.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void saysThatNobodyListens() {
        String address = url();
        server.stop(0);

        assertThatThrownBy(() -> transport.send(ApiRequest.get("/v2/regions"), cancellation))
                .isInstanceOf(ApiFailure.class)
                .hasMessageContaining("no answer from " + address);
    }

    @Test
    void givesUpReadingWhenItIsCancelledMeanwhile() {
        cloud.after("GET", () -> cancellation.cancel("received SIGTERM"));

        assertThatThrownBy(() -> transport.send(ApiRequest.get("/v2/regions"), cancellation))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void waitsForTheAnswerToACreationWhenItIsCancelledMeanwhile() {
        cloud.after("POST", () -> cancellation.cancel("received SIGTERM"));

        ApiReply reply = transport.send(ApiRequest.post("/v2/account/keys", "{\"name\":\"k\"}"), cancellation);

        assertThat(ApiJson.key(reply).name()).isEqualTo("k");
    }
}
