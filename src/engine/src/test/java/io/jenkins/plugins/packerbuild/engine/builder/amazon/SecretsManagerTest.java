package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.lookup.Shelf;
import io.jenkins.plugins.packerbuild.engine.template.RemoteValues;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsManagerTest {

    private static Map<String, String> environment(String endpoint) {
        return new HashMap<>(Map.of(
                "AWS_ACCESS_KEY_ID",
                "AKIATEST",
                "AWS_SECRET_ACCESS_KEY",
                "secret",
                "AWS_SESSION_TOKEN",
                "session",
                "AWS_REGION",
                "eu-central-1",
                "AWS_ENDPOINT_URL",
                endpoint));
    }

    private static String read(Map<String, String> environment, String name, String key) {
        return new SecretsManager(environment)
                .read(name, Optional.ofNullable(key).filter(it -> !it.isEmpty()))
                .reveal();
    }

    @Test
    void asksWithASignedCall() throws IOException {
        try (Shelf shelf =
                new Shelf().put("/", 200, "{\"Name\": \"db\", \"SecretString\": \"{\\\"pw\\\": \\\"x\\\"}\"}")) {
            assertThat(read(environment(shelf.url()), "db", "pw")).isEqualTo("x");

            assertThat(shelf.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.line()).isEqualTo("POST /");
                assertThat(asked.body()).contains("\"SecretId\":\"db\"").contains("\"VersionStage\":\"AWSCURRENT\"");
                assertThat(asked.headers())
                        .containsEntry("x-amz-target", "secretsmanager.GetSecretValue")
                        .containsEntry("content-type", "application/x-amz-json-1.1")
                        .containsEntry("x-amz-security-token", "session");
                assertThat(asked.headers().get("authorization"))
                        .startsWith("AWS4-HMAC-SHA256 Credential=AKIATEST/")
                        .contains("/eu-central-1/secretsmanager/aws4_request")
                        .contains("x-amz-target");
            });
        }
    }

    @Test
    void prefersTheAddressOfTheServiceItself() throws IOException {
        try (Shelf shelf = new Shelf().put("/", 200, "{\"SecretString\": \"plain\"}")) {
            Map<String, String> environment = environment("http://127.0.0.1:1");
            environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", shelf.url());

            assertThat(read(environment, "db", "")).isEqualTo("plain");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
            plain text; ; plain text
            plain text; k; plain text
            12345; ; 12345
            {"a": "1"}; ; 1
            {"a": "1", "b": "2"}; b; 2
            {"port": 5432}; port; 5432
            {"broken; ; {"broken
            """)
    void takesTheWholeTextOrOneValueOfIt(String text, String key, String value) {
        assertThat(new SecretText("s", text).value(Optional.ofNullable(key)).reveal())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
            {"a": "1", "b": "2"}; ; Secret has multiple values and no key was set
            {}; ; no key was set
            {"a": "1"}; b; No secret found for key "b"
            {"a": {"x": "1"}}; a; is no text
            """)
    void saysWhichValueIsMissing(String text, String key, String words) {
        assertThatThrownBy(() -> new SecretText("s", text).value(Optional.ofNullable(key)))
                .isInstanceOf(RemoteValues.Unavailable.class)
                .hasMessageContaining(words);
    }

    @Test
    void saysWhatTheServiceRefuses() throws IOException {
        try (Shelf shelf = new Shelf()) {
            shelf.put("/", 400, "{\"__type\": \"x#ResourceNotFoundException\", \"Message\": \"can't find it\"}");
            assertThatThrownBy(() -> read(environment(shelf.url()), "db", ""))
                    .hasMessage("secret 'db': ResourceNotFoundException: can't find it");

            shelf.put("/", 200, "{\"Name\": \"db\", \"SecretBinary\": \"AA==\"}");
            assertThatThrownBy(() -> read(environment(shelf.url()), "db", ""))
                    .hasMessageContaining("Secret is not string");
        }
        assertThatThrownBy(() -> read(environment("http://127.0.0.1:1"), "db", ""))
                .hasMessageContaining("AWS Secrets Manager at http://127.0.0.1:1/ does not answer");
    }
}
