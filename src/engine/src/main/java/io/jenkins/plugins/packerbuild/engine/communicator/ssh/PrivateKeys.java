package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;
import io.jenkins.plugins.packerbuild.engine.communicator.PrivateKeyFile;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import net.schmizz.sshj.userauth.keyprovider.FileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyPairWrapper;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.keyprovider.PKCS8KeyFile;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** Reads private keys: OpenSSH's form, and PEM as AWS and OpenSSL write it (PKCS#1, SEC 1, PKCS#8). */
final class PrivateKeys {

    private static final String PKCS8 = "-----BEGIN PRIVATE KEY-----";

    private PrivateKeys() {}

    /**
     * A key to log in with.
     *
     * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when it cannot be read
     */
    static KeyProvider load(Secret key) {
        String text = key.reveal();
        try {
            KeyProvider provider = parse(text);
            return new KeyPairWrapper(new KeyPair(provider.getPublic(), provider.getPrivate()));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw PrivateKeyFile.invalid("the key cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static KeyProvider parse(String text) throws IOException, GeneralSecurityException {
        if (text.contains("-----BEGIN OPENSSH PRIVATE KEY-----")) {
            return read(new OpenSSHKeyV1KeyFile(), text);
        }
        int start = text.indexOf(PKCS8);
        if (start >= 0) {
            byte[] data =
                    Base64.getMimeDecoder().decode(text.substring(start + PKCS8.length(), text.indexOf("-----END")));
            if (isEd25519(data)) {
                return new KeyPairWrapper(ed25519(data));
            }
        }
        return read(new PKCS8KeyFile(), text);
    }

    private static KeyProvider read(FileKeyProvider file, String text) {
        file.init(new StringReader(text));
        return file;
    }

    /** sshj does not know this algorithm number, 1.3.101.112, in PKCS#8. */
    private static boolean isEd25519(byte[] pkcs8) {
        byte[] number = {0x06, 0x03, 0x2b, 0x65, 0x70};
        for (int i = 0; i + number.length <= Math.min(pkcs8.length, 24); i++) {
            if (java.util.Arrays.equals(pkcs8, i, i + number.length, number, 0, number.length)) {
                return true;
            }
        }
        return false;
    }

    private static KeyPair ed25519(byte[] pkcs8) throws GeneralSecurityException, IOException {
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        PrivateKey privateKey = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        byte[] seed = ((EdECPrivateKey) privateKey).getBytes().orElseThrow();
        byte[] encoded = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                        new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey())
                .getEncoded();
        PublicKey publicKey = factory.generatePublic(new java.security.spec.X509EncodedKeySpec(encoded));
        return new KeyPair(publicKey, privateKey);
    }
}
