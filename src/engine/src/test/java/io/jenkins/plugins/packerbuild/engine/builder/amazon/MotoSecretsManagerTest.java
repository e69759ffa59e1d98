package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reads secrets of moto. */
class MotoSecretsManagerTest {

    @RegisterExtension
    static final MotoServer MOTO = new MotoServer();

    private static void create(String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(MOTO.endpoint() + "/"))
                .header("X-Amz-Target", "secretsmanager.CreateSecret")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/us-east-1/secretsmanager/aws4_request,"
                                + " SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void readsSecretsOfMoto() throws Exception {
        create("{\"Name\": \"db\", \"SecretString\": \"{\\\"user\\\": \\\"admin\\\", \\\"pw\\\": \\\"x y\\\"}\"}");
        create("{\"Name\": \"plain\", \"SecretString\": \"words\"}");
        SecretsManager manager = new SecretsManager(Map.of(
                "AWS_ACCESS_KEY_ID",
                "AKIATEST",
                "AWS_SECRET_ACCESS_KEY",
                "secret",
                "AWS_DEFAULT_REGION",
                "us-east-1",
                "AWS_ENDPOINT_URL",
                MOTO.endpoint()));

        assertThat(manager.read("db", Optional.of("pw")).reveal()).isEqualTo("x y");
        assertThat(manager.read("plain", Optional.empty()).reveal()).isEqualTo("words");
        assertThatThrownBy(() -> manager.read("nope", Optional.empty()))
                .hasMessageContaining("secret 'nope': ResourceNotFoundException");
    }
}
