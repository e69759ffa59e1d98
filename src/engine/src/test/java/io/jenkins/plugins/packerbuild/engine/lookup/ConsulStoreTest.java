package io.jenkins.plugins.packerbuild.engine.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.template.RemoteValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsulStoreTest {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    private String read(String key) {
        return new ConsulStore(environment).read(key, Optional.empty()).reveal();
    }

    private static String answer(String value) {
        String encoded = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        return "[{\"Key\": \"k\", \"Flags\": 0, \"Value\": \"" + encoded + "\"}]";
    }

    @Test
    void readsAValueWithTokenDatacenterAndNamespace() throws IOException {
        try (Shelf shelf = new Shelf().put("/v1/kv/app/grüße", 200, answer("schön"))) {
            environment.put("CONSUL_HTTP_ADDR", shelf.hostAndPort());
            environment.put("CONSUL_HTTP_TOKEN", "t");
            environment.put("CONSUL_DATACENTER", "dc 1");
            environment.put("CONSUL_NAMESPACE", "ns1");
            environment.put("CONSUL_HTTP_AUTH", "user:pass");

            assertThat(read("/app/grüße")).isEqualTo("schön");
            assertThat(shelf.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.line()).isEqualTo("GET /v1/kv/app/gr%C3%BC%C3%9Fe?dc=dc%201&ns=ns1");
                assertThat(asked.headers())
                        .containsEntry("x-consul-token", "t")
                        .containsEntry("authorization", "Basic dXNlcjpwYXNz");
            });
        }
    }

    @Test
    void takesATokenFromAFileAndAnAddressWithItsScheme() throws IOException {
        try (Shelf shelf = new Shelf().put("/v1/kv/k", 200, answer("v"))) {
            environment.put("CONSUL_HTTP_ADDR", shelf.url());
            environment.put(
                    "CONSUL_HTTP_TOKEN_FILE",
                    Files.writeString(folder.resolve("token"), "of-file\n").toString());

            assertThat(read("k")).isEqualTo("v");
            assertThat(shelf.asked().get(0).headers()).containsEntry("x-consul-token", "of-file");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
            404; ; key does not exist at the given path: k
            403; Permission denied; error reading consul key: Unexpected response code: 403 (Permission denied)
            200; [{"Value": null}]; value is empty at path k
            200; [{"Value": ""}]; value is empty at path k
            200; {}; value is empty at path k
            200; <html>; the answer is not Consul's
            200; [{"Value": "%%%"}]; the answer is not Consul's
            """)
    void saysWhyThereIsNoValue(int status, String body, String words) throws IOException {
        try (Shelf shelf = new Shelf().put("/v1/kv/k", status, body == null ? "" : body)) {
            environment.put("CONSUL_HTTP_ADDR", shelf.hostAndPort());

            assertThatThrownBy(() -> read("k"))
                    .isInstanceOf(RemoteValues.Unavailable.class)
                    .hasMessageContaining(words);
        }
    }

    @Test
    void asksOverTlsWhenTheEnvironmentSaysSo() throws IOException {
        try (Shelf shelf = new Shelf()) {
            environment.put("CONSUL_HTTP_ADDR", shelf.hostAndPort());
            environment.put("CONSUL_HTTP_SSL", "true");

            assertThatThrownBy(() -> read("k")).hasMessageContaining("Consul at https://" + shelf.hostAndPort());
        }
    }
}
