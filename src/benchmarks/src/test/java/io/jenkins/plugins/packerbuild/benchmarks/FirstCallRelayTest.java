package io.jenkins.plugins.packerbuild.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstCallRelayTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private HttpServer cloud;
    private FirstCallRelay relay;

    @BeforeEach
    void start() throws Exception {
        cloud = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        cloud.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        cloud.start();
        relay = FirstCallRelay.before(
                URI.create("http://127.0.0.1:" + cloud.getAddress().getPort()));
    }

    @AfterEach
    void stop() throws Exception {
        relay.close();
        cloud.stop(0);
    }

    @Test
    void handsOnWhatComesAndNotesWhenItBegan() throws Exception {
        long before = System.nanoTime();

        assertThat(post("Action=DescribeRegions")).isEqualTo("Action=DescribeRegions");
        long first = relay.firstCallNanos().orElseThrow();
        assertThat(post("x".repeat(100_000))).hasSize(100_000);

        assertThat(first).isBetween(before, System.nanoTime());
        assertThat(relay.firstCallNanos()).contains(first);
    }

    @Test
    void countsNoConnectionThatAsksForNothing() throws Exception {
        new Socket(LOOPBACK, relay.uri().getPort()).close();

        assertThat(relay.firstCallNanos()).isEmpty();
    }

    private String post(String body) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(relay.uri())
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        return answer.body();
    }
}
