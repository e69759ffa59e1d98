package io.jenkins.plugins.packerbuild.simulator.ssh;

import io.jenkins.plugins.packerbuild.simulator.jail.JailCommand;
import io.jenkins.plugins.packerbuild.simulator.jail.MachineRoot;
import io.jenkins.plugins.packerbuild.simulator.machine.MachineSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/**
 * Who may log in to one machine. The keys are those in the file {@code ~/.ssh/authorized_keys} of the machine's disk at
 * that moment, so that a script which removes them locks its login out, as on a real machine.
 */
final class Logins {

    private final Set<String> names;
    private final Optional<String> password;
    private final MachineRoot root;

    private Logins(Set<String> names, Optional<String> password, MachineRoot root) {
        this.names = names;
        this.password = password;
        this.root = root;
    }

    /** Writes what cloud-init would: home directories, authorized keys, the user data. */
    static Logins create(MachineSpec spec, MachineRoot root) throws IOException {
        Logins logins = new Logins(spec.logins(), spec.loginPassword(), root);
        for (String name : spec.logins()) {
            logins.authorize(name, spec.authorizedKeys());
        }
        Files.writeString(root.resolve("/var/lib/cloud/instance/user-data.txt"), spec.userData());
        return logins;
    }

    private void authorize(String name, List<String> keys) throws IOException {
        Path file = keysOf(name);
        Files.createDirectories(file.getParent());
        String lines =
                String.join("", keys.stream().map(key -> key.strip() + "\n").toList());
        Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        addToPasswd(name);
    }

    private void addToPasswd(String name) throws IOException {
        Path passwd = root.resolve("/etc/passwd");
        List<String> lines = Files.readAllLines(passwd, StandardCharsets.UTF_8);
        if (lines.stream().noneMatch(line -> line.startsWith(name + ":"))) {
            int id = 1000 + lines.size();
            String line = "%s:x:%d:%d::%s:/bin/sh%n".formatted(name, id, id, JailCommand.homeOf(name));
            Files.writeString(passwd, line, StandardOpenOption.APPEND);
        }
    }

    boolean admit(String login, PublicKey key) {
        return names.contains(login) && authorizedKeys(login).stream().anyMatch(line -> isKey(line, key));
    }

    boolean admit(String login, String offered) {
        return names.contains(login) && password.filter(offered::equals).isPresent();
    }

    private List<String> authorizedKeys(String login) {
        Path file = keysOf(login);
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.readAllLines(file) : List.of();
        } catch (IOException vanishedOrUnreadable) {
            return List.of();
        }
    }

    private Path keysOf(String login) {
        return root.resolve(JailCommand.homeOf(login) + "/.ssh/authorized_keys");
    }

    private static boolean isKey(String line, PublicKey key) {
        try {
            AuthorizedKeyEntry entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line);
            return entry != null
                    && KeyUtils.compareKeys(entry.resolvePublicKey(null, PublicKeyEntryResolver.IGNORING), key);
        } catch (IOException | GeneralSecurityException | RuntimeException unreadableLine) {
            return false;
        }
    }
}
