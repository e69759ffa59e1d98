package io.jenkins.plugins.packerbuild.engine.communicator;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.Options;

/** A private key that a login proves itself with, in PEM or OpenSSH form, without a passphrase. */
public sealed interface PrivateKey {

    /**
     * Its text.
     *
     * @throws BuildException when it is not there, cannot be read, or is no private key
     */
    Secret read();

    /** Looks whether it can be used, without any SSH library. A fault becomes a problem of the options. */
    default void check(Options options) {
        try {
            read();
        } catch (BuildException e) {
            String cure = String.valueOf(e.problem().cure());
            options.problem(PrivateKeyFile.OPTION, e.problem().message(), cure);
        }
    }

    /**
     * In a file, which is read anew each time.
     *
     * @param path with {@code ~} expanded
     */
    record OfFile(String path) implements PrivateKey {
        @Override
        public Secret read() {
            return PrivateKeyFile.read(path);
        }
    }

    /** Given as text, and kept in memory only. */
    record OfText(Secret text) implements PrivateKey {
        @Override
        public Secret read() {
            PrivateKeyText.fault(text.reveal()).ifPresent(fault -> {
                throw new BuildException(
                        Problem.of("The private key that was given for this builder cannot be used: " + fault + ".")
                                .withCure("Give one without a passphrase, in OpenSSH's form or in PEM."));
            });
            return text;
        }
    }
}
