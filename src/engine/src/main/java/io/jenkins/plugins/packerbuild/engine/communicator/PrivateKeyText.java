package io.jenkins.plugins.packerbuild.engine.communicator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks whether a text can be a private key without a passphrase, by its frame alone: no key is made. */
final class PrivateKeyText {

    static final String OPENSSH_MAGIC = "openssh-key-v1\0";

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----\\s(.*)-----END \\1-----", Pattern.DOTALL);

    private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z-]+:.*$");

    private PrivateKeyText() {}

    /** What is wrong with it, as a phrase; empty when it looks well. */
    static Optional<String> fault(String text) {
        if (text.isBlank()) {
            return Optional.of("it is empty");
        }
        if (text.startsWith("PuTTY-User-Key-File")) {
            return Optional.of("it is a PuTTY key, which 'puttygen KEY -O private-openssh -o NEW' converts");
        }
        if (text.strip().matches("(ssh-|ecdsa-|sk-)\\S+ AAAA.*")) {
            return Optional.of("it is a public key, the private one is wanted");
        }
        Matcher pem = PEM.matcher(text.replace("\r", ""));
        if (!pem.find()) {
            return Optional.of("no whole block '-----BEGIN ... PRIVATE KEY-----' is in it");
        }
        return blockFault(pem.group(1), pem.group(2));
    }

    private static Optional<String> blockFault(String kind, String body) {
        if (kind.startsWith("ENCRYPTED") || body.contains("Proc-Type: 4,ENCRYPTED")) {
            return encrypted();
        }
        byte[] data;
        try {
            data = Base64.getDecoder()
                    .decode(HEADER.matcher(body).replaceAll("").replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            return Optional.of("it is not Base64: " + e.getMessage());
        }
        return kind.startsWith("OPENSSH") ? openSshFault(data) : derFault(data);
    }

    private static Optional<String> encrypted() {
        return Optional.of("it is encrypted, and keys with a passphrase are not supported");
    }

    private static Optional<String> openSshFault(byte[] data) {
        String start = new String(data, 0, Math.min(data.length, OPENSSH_MAGIC.length()), StandardCharsets.ISO_8859_1);
        ByteBuffer rest = ByteBuffer.wrap(data);
        if (!start.equals(OPENSSH_MAGIC)) {
            return Optional.of("it is not in OpenSSH's form although it says so");
        }
        rest.position(start.length());
        byte[] cipher = field(rest);
        if (cipher == null) {
            return truncated();
        }
        if (!new String(cipher, StandardCharsets.US_ASCII).equals("none")) {
            return encrypted();
        }
        // The cipher's key derivation and its options, the number of keys, the public key, the private part.
        boolean whole = skipFields(rest, 2) && rest.remaining() > 4 && rest.getInt() > 0 && skipFields(rest, 2);
        return whole ? Optional.empty() : truncated();
    }

    private static boolean skipFields(ByteBuffer data, int count) {
        for (int i = 0; i < count; i++) {
            if (field(data) == null) {
                return false;
            }
        }
        return true;
    }

    private static byte @Nullable [] field(ByteBuffer data) {
        if (data.remaining() < 4) {
            return null;
        }
        int length = data.getInt();
        if (length < 0 || length > data.remaining()) {
            return null;
        }
        byte[] result = new byte[length];
        data.get(result);
        return result;
    }

    private static Optional<String> truncated() {
        return Optional.of("its end is missing");
    }

    /** A DER sequence says its own length. */
    private static Optional<String> derFault(byte[] data) {
        if (data.length < 4 || data[0] != 0x30) {
            return Optional.of("it is not a DER sequence");
        }
        int lengthBytes = (data[1] & 0x80) == 0 ? 0 : data[1] & 0x7f;
        if (lengthBytes > 3 || data.length < 2 + lengthBytes) {
            return truncated();
        }
        int length = lengthBytes == 0 ? data[1] : 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = length << 8 | data[2 + i] & 0xff;
        }
        return data.length < 2 + lengthBytes + length ? truncated() : Optional.empty();
    }
}
