package io.jenkins.plugins.packerbuild.engine.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.packerbuild.engine.template.RemoteValues;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultStoreTest {

    private final Map<String, String> environment = new HashMap<>();
    private Shelf shelf = start();

    private static Shelf start() {
        try {
            return new Shelf();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void point() {
        environment.put("VAULT_ADDR", shelf.url() + "/");
        environment.put("VAULT_TOKEN", "s.token");
    }

    @AfterEach
    void stop() {
        shelf.close();
    }

    private String read(String path, String key) {
        return new VaultStore(environment).read(path, Optional.of(key)).reveal();
    }

    private RemoteValues.Unavailable failure(String path, String key) {
        return catchThrowableOfType(RemoteValues.Unavailable.class, () -> read(path, key));
    }

    @Test
    void readsVersionTwoWithTokenAndNamespace() {
        shelf.put("/v1/secret/data/foo", 200, "{\"data\": {\"data\": {\"user\": \"admin\"}, \"metadata\": {}}}");
        environment.put("VAULT_NAMESPACE", "team/a");

        assertThat(read("secret/data/foo", "user")).isEqualTo("admin");
        assertThat(shelf.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.line()).isEqualTo("GET /v1/secret/data/foo");
            assertThat(asked.headers())
                    .containsEntry("x-vault-token", "s.token")
                    .containsEntry("x-vault-namespace", "team/a")
                    .containsEntry("x-vault-request", "true");
        });
    }

    @Test
    void readsVersionOne() {
        shelf.put("/v1/kv/foo bar", 200, "{\"data\": {\"user\": \"admin\", \"data\": \"x\"}}");

        assertThat(read("/kv/foo bar", "user")).isEqualTo("admin");
        assertThat(read("kv/foo bar", "data")).isEqualTo("x");
        assertThat(shelf.asked().get(0).line()).isEqualTo("GET /v1/kv/foo%20bar");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
            404; {"errors": []}; Vault Secret does not exist at the given path, p
            404; ; Vault Secret does not exist at the given path
            200; {"data": {"data": null, "metadata": {}}}; Vault Secret does not exist at the given path
            200; {"data": {"data": {"a": "b"}}}; Vault path does not contain the requested key: p has no 'k'
            200; {"data": {"a": "b"}}; Vault data was empty at the given path: p has no 'k'
            200; {"data": {"k": 5}}; the value of 'k' at p is no text
            200; <html>; the answer, code 200, is no JSON
            403; {"errors": ["permission denied"]}; Error reading vault secret p: code 403, permission denied
            503; {"errors": ["Vault is sealed"]}; code 503, Vault is sealed
            """)
    void saysWhyThereIsNoValue(int status, String body, String words) {
        shelf.put("/v1/p", status, body == null ? "" : body);

        assertThat(failure("p", "k"))
                .hasMessageContaining(words)
                .satisfies(e -> assertThat(e.cure()).isNotEmpty());
    }

    @Test
    void wantsATokenBeforeItAsks() {
        environment.remove("VAULT_TOKEN");

        assertThat(failure("p", "k"))
                .hasMessage("Must set VAULT_TOKEN env var in order to use vault template function");
        assertThat(shelf.asked()).isEmpty();
    }

    @Test
    void saysWhereNobodyAnswersAndWhatIsNoAddress() {
        shelf.close();
        assertThat(failure("p", "k"))
                .hasMessageContaining("Vault at " + shelf.url())
                .hasMessageContaining("no connection");

        environment.put("VAULT_ADDR", "vault.example:8200");
        assertThat(failure("p", "k")).hasMessage("'vault.example:8200' in VAULT_ADDR is no address of a server");
    }
}
