package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** An SSH key of the account. */
record AccountKey(long id, String name, String publicKey, String fingerprint) {

    private static final String INVALID = "Key invalid, key should be of the format `type key [comment]`";

    /**
     * A key from the line of a public key file.
     *
     * @throws ApiError if it is no such line
     */
    static AccountKey of(long id, String name, String publicKey) {
        String[] parts = publicKey.strip().split("\\s+", 3);
        if (parts.length < 2 || !parts[0].matches("(ssh|ecdsa|sk)-[\\w@.-]+")) {
            throw ApiError.unprocessable(INVALID);
        }
        return new AccountKey(id, name, publicKey, fingerprint(parts[1]));
    }

    boolean isNamed(String idOrFingerprint) {
        return idOrFingerprint.equals(Long.toString(id)) || idOrFingerprint.equals(fingerprint);
    }

    ObjectNode json() {
        return Json.object()
                .put("id", id)
                .put("fingerprint", fingerprint)
                .put("public_key", publicKey)
                .put("name", name);
    }

    private static String fingerprint(String blob) {
        try {
            byte[] key = Base64.getDecoder().decode(blob);
            byte[] digest = MessageDigest.getInstance("MD5").digest(key);
            return HexFormat.ofDelimiter(":").formatHex(digest);
        } catch (IllegalArgumentException e) {
            throw ApiError.unprocessable(INVALID);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no MD5, by which DigitalOcean names keys", e);
        }
    }
}
