package io.jenkins.plugins.packerbuild.engine.communicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateKeyFileTest {

    @TempDir
    Path directory;

    @Test
    void acceptsAKeyWithoutAPassphrase() throws IOException {
        assertThat(problemsOf(SshKeyPair.generate("x").privateKey().reveal())).isEmpty();
    }

    @Test
    void findsAMissingFileAtItsPlace() {
        assertThat(problems("/no/such/key"))
                .singleElement()
                .asString()
                .startsWith(
                        "test.json:1:50: ssh_private_key_file is invalid: stat /no/such/key: no such file or directory.");
    }

    @Test
    void findsWhatIsNoPrivateKey() throws IOException {
        assertThat(problemsOf("")).singleElement().asString().contains("it is empty");
        assertThat(problemsOf("hello")).singleElement().asString().contains("no whole block");
        assertThat(problemsOf(SshKeyPair.generate("x").publicKeyLine() + "\n"))
                .singleElement()
                .asString()
                .contains("it is a public key");
        assertThat(problemsOf("PuTTY-User-Key-File-3: ssh-ed25519\n"))
                .singleElement()
                .asString()
                .contains("puttygen");
    }

    @Test
    void findsKeysWithAPassphrase() throws IOException {
        String pem = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nMAA=\n"
                + "-----END RSA PRIVATE KEY-----\n";
        String pkcs8 = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----\n";
        String openSsh = "-----BEGIN OPENSSH PRIVATE KEY-----\n"
                + java.util.Base64.getEncoder()
                        .encodeToString("openssh-key-v1\0\0\0\0\012aes256-ctr"
                                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                + "\n-----END OPENSSH PRIVATE KEY-----\n";

        assertThat(List.of(pem, pkcs8, openSsh))
                .allSatisfy(key -> assertThat(problemsOf(key))
                        .singleElement()
                        .asString()
                        .contains("it is encrypted")
                        .contains("ssh-keygen -p"));
    }

    @Test
    void findsKeysWhoseEndIsMissing() throws IOException {
        String key = SshKeyPair.generate("x").privateKey().reveal();
        String[] lines = key.split("\n");
        String withoutALine = key.replace(lines[3] + "\n", "");
        String pem = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----\n";

        assertThat(problemsOf(withoutALine)).singleElement().asString().contains("its end is missing");
        assertThat(problemsOf(pem)).singleElement().asString().contains("its end is missing");
    }

    @Test
    void readsTheTemplatesOwnProofOfIdentity() throws IOException {
        Path key = Files.writeString(
                directory.resolve("key"), SshKeyPair.generate("x").privateKey().reveal());
        TestOptions options = TestOptions.of(
                "{\"ssh_username\": \"root\", \"ssh_private_key_file\": \"" + key + "\", \"ssh_password\": \"p\"}");

        Authentication given = Authentication.from(
                CommunicatorSettings.read(options.options(), LoginDefaults.NONE).login());

        assertThat(options.problems()).isEmpty();
        assertThat(given.isEmpty()).isFalse();
        assertThat(given.privateKey()).isNotNull();
        assertThat(given.password()).isNotNull();
    }

    private List<String> problemsOf(String content) throws IOException {
        return problems(Files.writeString(directory.resolve("key"), content).toString());
    }

    private static List<String> problems(String path) {
        TestOptions options =
                TestOptions.of("{\"ssh_username\": \"root\", \"ssh_private_key_file\": \"" + path + "\"}");
        CommunicatorSettings.read(options.options(), LoginDefaults.NONE);
        return options.problems();
    }
}
