package io.jenkins.plugins.packerbuild.engine.lookup;

import io.jenkins.plugins.packerbuild.engine.template.RemoteValues;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whose certificates are taken.
 *
 * @param everybody any, because the user said so
 * @param authorities a file of certificates in PEM form; empty for those of Java
 * @param setting the environment variable that names such a file
 */
record Trust(boolean everybody, Optional<Path> authorities, String setting) {

    /** As two variables of the environment say. */
    static Trust of(Map<String, String> environment, String setting, boolean everybody) {
        return new Trust(
                everybody,
                Optional.ofNullable(environment.get(setting))
                        .filter(path -> !path.isEmpty())
                        .map(Path::of),
                setting);
    }

    /** What to do when a certificate is not taken. */
    String cure() {
        return "Set " + setting + " to the file of the authority that has signed it.";
    }

    /**
     * For a client.
     *
     * @throws RemoteValues.Unavailable when the file cannot be read
     */
    SSLContext context() {
        try {
            if (!everybody && authorities.isEmpty()) {
                return SSLContext.getDefault();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    null, everybody ? new TrustManager[] {new Everybody()} : ofFile(authorities.orElseThrow()), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new RemoteValues.Unavailable(
                    "certificates of " + setting + " cannot be read: " + e.getMessage(),
                    "Set " + setting + " to a file of certificates in PEM form.");
        }
    }

    private static TrustManager[] ofFile(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** Takes any certificate for any name; used only when the user has asked for that. */
    private static final class Everybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
