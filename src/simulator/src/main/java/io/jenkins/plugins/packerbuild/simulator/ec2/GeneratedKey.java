package io.jenkins.plugins.packerbuild.simulator.ec2;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/**
 * A key that the cloud generates for its caller.
 *
 * @param publicKey a line of {@code authorized_keys}
 * @param privateKey PEM with PKCS #1 inside, as AWS hands it out
 */
record GeneratedKey(String publicKey, String privateKey) {

    private static final int BITS = 2048;

    /** The head of PKCS #8 around an RSA key of this size; what follows it is the key in PKCS #1. */
    private static final int PKCS8_HEAD_BYTES = 26;

    private static final int PEM_COLUMNS = 64;

    static GeneratedKey rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            byte[] pkcs8 = pair.getPrivate().getEncoded();
            byte[] pkcs1 = Arrays.copyOfRange(pkcs8, PKCS8_HEAD_BYTES, pkcs8.length);
            Base64.Encoder encoder = Base64.getMimeEncoder(PEM_COLUMNS, "\n".getBytes(StandardCharsets.US_ASCII));
            String pem = "-----BEGIN RSA PRIVATE KEY-----\n" + encoder.encodeToString(pkcs1)
                    + "\n-----END RSA PRIVATE KEY-----";
            return new GeneratedKey(PublicKeyEntry.toString(pair.getPublic()), pem);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java generates no RSA keys", e);
        }
    }

    /** The MD5 of a public key, in pairs of digits. */
    static String fingerprint(String publicKey) {
        try {
            byte[] blob = Base64.getDecoder().decode(publicKey.split("\\s+")[1]);
            return HexFormat.ofDelimiter(":")
                    .formatHex(MessageDigest.getInstance("MD5").digest(blob));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no MD5, by which AWS names keys", e);
        }
    }
}
