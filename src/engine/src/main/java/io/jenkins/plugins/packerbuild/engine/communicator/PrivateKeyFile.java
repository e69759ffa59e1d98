package io.jenkins.plugins.packerbuild.engine.communicator;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file that {@code ssh_private_key_file} names. Reads it anew each time; keeps nothing. */
public final class PrivateKeyFile {

    /** The option's name. */
    public static final String OPTION = "ssh_private_key_file";

    private static final String CURE = "Name a private key without a passphrase, in OpenSSH's form or in PEM;"
            + " 'ssh-keygen -p -f KEY' takes a passphrase away.";

    /** Nobody's key is longer. */
    private static final long LIMIT_BYTES = 1 << 20;

    private PrivateKeyFile() {}

    /** With a leading {@code ~/} put in full. */
    public static String expand(String path) {
        return path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path;
    }

    /**
     * The key's text.
     *
     * @throws BuildException when it is not there, cannot be read, or is no private key
     */
    public static Secret read(String path) {
        String text;
        try {
            Path file = Path.of(expand(path));
            if (Files.isRegularFile(file) && Files.size(file) > LIMIT_BYTES) {
                throw invalid("'" + path + "' is too long for a key", null);
            }
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw invalid("stat " + path + ": no such file or directory", e);
        } catch (AccessDeniedException e) {
            throw invalid("open " + path + ": permission denied", e);
        } catch (IOException | InvalidPathException e) {
            throw invalid("open " + path + ": " + e.getMessage(), e);
        }
        Optional<String> fault = PrivateKeyText.fault(text);
        if (fault.isPresent()) {
            throw invalid("'" + path + "' is no private key that can be used: " + fault.get(), null);
        }
        return Secret.of(text);
    }

    /** Says that a key that looked well could not be used after all. */
    public static BuildException invalid(String why, @Nullable Throwable cause) {
        return new BuildException(
                Problem.of(OPTION + " is invalid: " + why + ".").withCure(CURE), cause);
    }
}
