package io.jenkins.plugins.packerbuild.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.simulator.account.Service;
import io.jenkins.plugins.packerbuild.simulator.fault.Fault;
import io.jenkins.plugins.packerbuild.simulator.machine.MemoryMachines;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedCloudsTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private SimulatedClouds clouds;

    @BeforeEach
    void start() throws IOException {
        SimulatorOptions options = SimulatorOptions.ofFactor(1000).accepting(Set.of("AKIAGOOD"), Set.of("good"));
        clouds = SimulatedClouds.start(options, new MemoryMachines());
    }

    @AfterEach
    void stop() {
        clouds.close();
    }

    @Test
    void servesBothCloudsOverHttpAndCountsTheCalls() throws Exception {
        HttpResponse<String> regions = ec2("DescribeRegions");
        HttpResponse<String> account = digitalOcean("GET", "/v2/account", "");
        HttpResponse<String> tag = digitalOcean("POST", "/v2/tags", "{\"name\":\"t\"}");
        HttpResponse<String> deleted = digitalOcean("DELETE", "/v2/tags/t", "");

        assertThat(regions.body()).contains("<regionName>us-east-1</regionName>");
        assertThat(account.headers().firstValue("ratelimit-limit")).contains("5000");
        assertThat(tag.statusCode()).isEqualTo(201);
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(clouds.calls().count(Service.EC2, "DescribeRegions")).isEqualTo(1);
        assertThat(clouds.calls().total(Service.DIGITALOCEAN)).isEqualTo(3);
        assertThat(clouds.leftovers()).isEmpty();
    }

    @Test
    void closesTheConnectionWhereAnAnswerIsDropped() throws Exception {
        clouds.faults().add(Fault.parse("do:tags_create:drop"));
        String tag = "{\"name\":\"t\"}";

        // Not a GET: the JDK's client sends those again by itself.
        assertThatThrownBy(() -> digitalOcean("POST", "/v2/tags", tag)).isInstanceOf(IOException.class);
        assertThat(clouds.leftovers()).isEmpty();
        assertThat(digitalOcean("POST", "/v2/tags", tag).statusCode()).isEqualTo(201);
    }

    @Test
    void namesThePortThatIsInUse() {
        SimulatorOptions taken = SimulatorOptions.ofFactor(1)
                .on(new SimulatorOptions.Ports(clouds.ec2Endpoint().getPort(), 0, 0));

        assertThatThrownBy(
                        () -> SimulatedClouds.start(taken, new MemoryMachines()).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("port " + clouds.ec2Endpoint().getPort());
    }

    private HttpResponse<String> ec2(String action) throws Exception {
        String credential = "Credential=AKIAGOOD/20260131/us-east-1/ec2/aws4_request";
        return send(HttpRequest.newBuilder(clouds.ec2Endpoint())
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 " + credential + ", SignedHeaders=host, Signature=" + "0".repeat(64))
                .POST(HttpRequest.BodyPublishers.ofString("Action=" + action + "&Version=2016-11-15")));
    }

    private HttpResponse<String> digitalOcean(String method, String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(clouds.digitalOceanEndpoint() + path))
                .header("Authorization", "Bearer good")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.version(HttpClient.Version.HTTP_1_1).build(), HttpResponse.BodyHandlers.ofString());
    }
}
