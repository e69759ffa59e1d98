package io.jenkins.plugins.packerbuild.engine.communicator;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * A key pair for one build. Example of its public line: {@code ssh-ed25519 AAAAC3... packer-build}. Immutable.
 *
 * @param publicKeyLine one line as in {@code authorized_keys}, with its comment
 * @param privateKey in OpenSSH's own form, fit for {@link Authentication#privateKey()}
 */
public record SshKeyPair(String publicKeyLine, Secret privateKey) {

    private static final String TYPE = "ssh-ed25519";

    /** OpenSSH pads the private part to the block size of the cipher, which is 8 for none. */
    private static final int BLOCK_BYTES = 8;

    private static final int KEY_BYTES = 32;

    /**
     * A new ed25519 pair from the JDK's own generator.
     *
     * @param comment at the end of the public line, without line ends
     */
    public static SshKeyPair generate(String comment) {
        KeyPair pair = generateEd25519();
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
        byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        return of(point, seed, comment);
    }

    /** From the raw public point and the raw private seed, 32 bytes each. */
    private static SshKeyPair of(byte[] point, byte[] seed, String comment) {
        byte[] blob = fields(TYPE.getBytes(StandardCharsets.US_ASCII), point);
        String line = TYPE + " " + Base64.getEncoder().encodeToString(blob) + " " + comment;
        return new SshKeyPair(line.strip(), Secret.of(pem(blob, point, seed, comment)));
    }

    private static KeyPair generateEd25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    /** The layout of OpenSSH's PROTOCOL.key, without a passphrase. */
    private static String pem(byte[] blob, byte[] point, byte[] seed, String comment) {
        byte[] none = "none".getBytes(StandardCharsets.US_ASCII);
        byte[] secret = padded(join(
                checkNumberTwice(),
                fields(TYPE.getBytes(StandardCharsets.US_ASCII), point, join(seed, point)),
                fields(comment.getBytes(StandardCharsets.UTF_8))));
        byte[] one = {0, 0, 0, 1};
        byte[] all = join(
                PrivateKeyText.OPENSSH_MAGIC.getBytes(StandardCharsets.US_ASCII),
                fields(none, none, new byte[0]),
                one,
                fields(blob, secret));
        String lines = Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(all);
        return "-----BEGIN OPENSSH PRIVATE KEY-----\n" + lines + "\n-----END OPENSSH PRIVATE KEY-----\n";
    }

    private static byte[] checkNumberTwice() {
        byte[] check = new byte[4];
        new SecureRandom().nextBytes(check);
        return join(check, check);
    }

    private static byte[] padded(byte[] data) {
        int padding = (BLOCK_BYTES - data.length % BLOCK_BYTES) % BLOCK_BYTES;
        byte[] result = Arrays.copyOf(data, data.length + padding);
        for (int i = 0; i < padding; i++) {
            result[data.length + i] = (byte) (i + 1);
        }
        return result;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Each with its length before it. */
    private static byte[] fields(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(all)) {
            for (byte[] part : parts) {
                out.writeInt(part.length);
                out.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array cannot be written", e);
        }
        return all.toByteArray();
    }
}
