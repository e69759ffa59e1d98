package io.jenkins.plugins.packerbuild.engine.communicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginDefaultsTest {

    @TempDir
    Path directory;

    private final String key = SshKeyPair.generate("x").privateKey().reveal();
    private final Map<String, String> given = new HashMap<>();
    private List<String> problems = List.of();

    @Test
    void fillsWhatTheTemplateLeavesEmpty() {
        given.putAll(Map.of("ssh_username", "ci", "ssh_password", "pw"));

        CommunicatorSettings.Login login = login("{}");

        assertThat(login.username()).isEqualTo("ci");
        assertThat(login.password()).contains(Secret.of("pw"));
        assertThat(login.privateKey()).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void preferAKeyToAPassword() {
        given.putAll(Map.of("ssh_username", "ci", "ssh_password", "pw", "ssh_private_key", key));

        CommunicatorSettings.Login login = login("{}");

        assertThat(login.password()).isEmpty();
        assertThat(Authentication.from(login)).isEqualTo(Authentication.byKey(Secret.of(key)));
    }

    @Test
    void takeAKeyOutOfAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), key);
        given.put("ssh_private_key_file", file.toString());

        assertThat(Authentication.from(login("{\"ssh_username\": \"ann\"}")).privateKey())
                .isEqualTo(Secret.of(key));
    }

    @Test
    void giveWayToTheTemplatesOwnLogin() {
        given.putAll(Map.of("ssh_username", "ci", "ssh_private_key", key));

        CommunicatorSettings.Login login = login("{\"ssh_username\": \"ann\", \"ssh_password\": \"own\"}");

        assertThat(login.username()).isEqualTo("ann");
        assertThat(login.password()).contains(Secret.of("own"));
        assertThat(login.privateKey()).isEmpty();
    }

    @Test
    void areNotAskedWithoutAMachine() {
        given.putAll(Map.of("ssh_username", "ci", "ssh_private_key", "no key at all"));

        assertThat(login("{\"communicator\": \"none\"}").isBare()).isTrue();
        assertThat(problems).isEmpty();
    }

    @Test
    void mustBeKeysThatCanBeUsed() {
        given.putAll(Map.of("ssh_username", "ci", "ssh_private_key", "no key at all"));

        login("{}");

        assertThat(problems)
                .singleElement()
                .asString()
                .contains("The private key that was given for this builder cannot be used: no whole block")
                .doesNotContain("no key at all");
    }

    private CommunicatorSettings.Login login(String template) {
        TestOptions options = TestOptions.of(template);
        CommunicatorSettings settings = CommunicatorSettings.read(
                options.options(),
                option -> Optional.ofNullable(given.get(option)).map(Secret::of));
        problems = options.problems();
        return settings.login();
    }
}
