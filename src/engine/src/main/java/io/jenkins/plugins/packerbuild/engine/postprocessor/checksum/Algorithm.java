package io.jenkins.plugins.packerbuild.engine.postprocessor.checksum;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** What a checksum is computed with. */
enum Algorithm {
    MD5("md5", "MD5"),
    SHA1("sha1", "SHA-1"),
    SHA224("sha224", "SHA-224"),
    SHA256("sha256", "SHA-256"),
    SHA384("sha384", "SHA-384"),
    SHA512("sha512", "SHA-512");

    private final String type;
    private final String digest;

    Algorithm(String type, String digest) {
        this.type = type;
        this.digest = digest;
    }

    /** By its name in a template, to the letter. */
    static Optional<Algorithm> named(String type) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.type.equals(type))
                .findFirst();
    }

    /** Its name in a template. */
    String type() {
        return type;
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + digest, e);
        }
    }
}
