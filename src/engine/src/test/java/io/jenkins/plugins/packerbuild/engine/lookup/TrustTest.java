package io.jenkins.plugins.packerbuild.engine.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers whose certificates nobody knows. */
class TrustTest {

    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    static Path folder;

    private final Map<String, String> environment = new HashMap<>(Map.of("VAULT_TOKEN", "t"));

    @BeforeAll
    static void makeCertificates() throws Exception {
        for (String name : new String[] {"right", "other"}) {
            String host = name.equals("right") ? "SAN=ip:127.0.0.1" : "SAN=dns:elsewhere.example";
            keytool(
                    "-genkeypair",
                    "-alias",
                    "k",
                    "-keyalg",
                    "RSA",
                    "-dname",
                    "CN=test",
                    "-ext",
                    host,
                    "-keystore",
                    name);
            keytool("-exportcert", "-rfc", "-alias", "k", "-file", name + ".pem", "-keystore", name);
        }
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String[] command = Stream.concat(
                        Stream.of(program),
                        Stream.concat(
                                Arrays.stream(arguments), Stream.of("-storepass", "password", "-storetype", "PKCS12")))
                .toArray(String[]::new);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static Shelf shelf(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return Shelf.secure(context).put("/v1/p", 200, "{\"data\": {\"k\": \"v\"}}");
    }

    private String read(Shelf shelf) {
        environment.put("VAULT_ADDR", shelf.url());
        return new VaultStore(environment).read("p", Optional.of("k")).reveal();
    }

    @Test
    void takesNoCertificateOfSomebodyUnknown() throws Exception {
        try (Shelf shelf = shelf("right")) {
            assertThatThrownBy(() -> read(shelf))
                    .hasMessageContaining("Vault at " + shelf.url() + ": its certificate is not trusted");
            assertThat(shelf.asked()).isEmpty();
        }
    }

    @Test
    void takesCertificatesOfAGivenAuthorityForTheRightNameOnly() throws Exception {
        try (Shelf right = shelf("right");
                Shelf other = shelf("other")) {
            environment.put("VAULT_CACERT", folder.resolve("right.pem").toString());
            assertThat(read(right)).isEqualTo("v");

            environment.put("VAULT_CACERT", folder.resolve("other.pem").toString());
            assertThatThrownBy(() -> read(other)).hasMessageContaining("its certificate is not trusted");
            assertThatThrownBy(() -> read(right)).hasMessageContaining("its certificate is not trusted");
        }
    }

    @Test
    void takesAnyCertificateWhenTheUserSaysSo() throws Exception {
        try (Shelf other = shelf("other")) {
            environment.put("VAULT_SKIP_VERIFY", "true");

            assertThat(read(other)).isEqualTo("v");
        }
    }

    @Test
    void saysWhichFileHasNoCertificates() throws Exception {
        try (Shelf right = shelf("right")) {
            environment.put("VAULT_CACERT", folder.resolve("gone.pem").toString());

            assertThatThrownBy(() -> read(right)).hasMessageContaining("certificates of VAULT_CACERT cannot be read");
        }
    }
}
