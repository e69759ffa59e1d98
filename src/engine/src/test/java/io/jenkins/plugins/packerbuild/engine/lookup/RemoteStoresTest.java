package io.jenkins.plugins.packerbuild.engine.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.RemoteValues;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoteStoresTest {

    @Test
    void asksEachQuestionOnceWhetherItIsAnsweredOrNot() throws IOException {
        try (Shelf shelf = new Shelf().put("/v1/a", 200, "{\"data\": {\"k\": \"v\", \"l\": \"w\"}}")) {
            RemoteStores stores =
                    new RemoteStores(Map.of("VAULT_ADDR", shelf.url(), "VAULT_TOKEN", "t"), () -> nobody());

            assertThat(stores.vault("a", "k").reveal()).isEqualTo("v");
            assertThat(stores.vault("a", "k").reveal()).isEqualTo("v");
            assertThat(stores.vault("a", "l").reveal()).isEqualTo("w");
            assertThatThrownBy(() -> stores.vault("b", "k")).isInstanceOf(RemoteValues.Unavailable.class);
            assertThatThrownBy(() -> stores.vault("b", "k")).isInstanceOf(RemoteValues.Unavailable.class);

            assertThat(shelf.asked()).hasSize(3);
        }
    }

    private static RemoteStore nobody() {
        throw new IllegalStateException("nobody asked for AWS");
    }

    @Test
    void givesTheKeyOfASecretOnlyWhenThereIsOne() {
        RemoteStores stores = new RemoteStores(
                Map.of(),
                () -> (name, key) -> Secret.of(name + key.map(it -> "/" + it).orElse("")));

        assertThat(stores.aws("s", Optional.empty()).reveal()).isEqualTo("s");
        assertThat(stores.aws("s", Optional.of("k")).reveal()).isEqualTo("s/k");
    }
}
