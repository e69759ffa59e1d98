package io.jenkins.plugins.packerbuild.simulator.ssh;

import io.jenkins.plugins.packerbuild.simulator.jail.Jail;
import io.jenkins.plugins.packerbuild.simulator.jail.JailCommand;
import io.jenkins.plugins.packerbuild.simulator.jail.JailedProcess;
import io.jenkins.plugins.packerbuild.simulator.jail.MachineRoot;
import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import io.jenkins.plugins.packerbuild.simulator.machine.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.jspecify.annotations.Nullable;

/** A disk, a jail while it is on, a host key, and an address. All changes of its state hold its lock. */
final class SimulatedMachine implements Machine {

    private static final String POWER_WISH = "/run/powerctl";

    private static final String SHARED = "127.0.0.1";

    private final SshMachineHost host;
    private final String address;
    private final MachineRoot root;
    private final Logins logins;
    private final KeyPair hostKey;
    private @Nullable Jail jail;
    private boolean destroyed;

    SimulatedMachine(SshMachineHost host, String address, MachineRoot root, Logins logins) throws IOException {
        this.host = host;
        this.address = address;
        this.root = root;
        this.logins = logins;
        this.hostKey = newHostKey();
    }

    private static KeyPair newHostKey() throws IOException {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        } catch (GeneralSecurityException e) {
            throw new IOException("no host key", e);
        }
    }

    @Override
    public String address() {
        return address;
    }

    boolean sharesAddress() {
        return address.equals(SHARED);
    }

    MachineRoot root() {
        return root;
    }

    KeyPair hostKey() {
        return hostKey;
    }

    synchronized boolean admits(String login, PublicKey key) {
        return jail != null && logins.admit(login, key);
    }

    synchronized boolean admits(String login, String password) {
        return jail != null && logins.admit(login, password);
    }

    JailedProcess start(JailCommand command) throws IOException {
        Jail running;
        synchronized (this) {
            running = jail;
        }
        if (running == null) {
            throw new IOException("the machine is off");
        }
        return running.start(command);
    }

    /** Whether a script has asked to switch the machine off or on again: what ends now does not end by itself. */
    boolean isGoingDown() {
        return Files.exists(root.resolve(POWER_WISH));
    }

    @Override
    public synchronized void acceptConnections() {
        if (jail != null || destroyed) {
            return;
        }
        try {
            Jail started = host.jails().enter(root);
            jail = started;
            runUserData(started);
            host.connect(this);
            started.ended().thenRunAsync(() -> switchedItself(started), host.threads());
        } catch (IOException e) {
            stop();
            throw new UncheckedIOException("Could not switch on the machine at " + address, e);
        }
    }

    /** A script among the user data is run once, as cloud-init does, without waiting for it. */
    private void runUserData(Jail started) throws IOException {
        Path userData = root.resolve("/var/lib/cloud/instance/user-data.txt");
        Path done = root.resolve("/var/lib/cloud/instance/boot-finished");
        if (Files.exists(done) || !Files.readString(userData).startsWith("#!")) {
            return;
        }
        Files.writeString(done, "");
        started.start(JailCommand.of(
                "root",
                "cd /; cp /var/lib/cloud/instance/user-data.txt /tmp/.user-data && chmod 700 /tmp/.user-data"
                        + " && exec /tmp/.user-data >/var/log/cloud-init-output.log 2>&1 </dev/null"));
    }

    /** A script has ended the machine's first process: the power is off, or comes back at once after a reboot. */
    private synchronized void switchedItself(Jail ended) {
        if (jail != ended) {
            return;
        }
        String wanted = readPowerWish();
        stop();
        if (!wanted.equals("poweroff")) {
            acceptConnections();
        }
    }

    private String readPowerWish() {
        try {
            return Files.readString(root.resolve(POWER_WISH)).strip();
        } catch (IOException nothingWished) {
            return "reboot";
        }
    }

    @Override
    public synchronized void stop() {
        @Nullable Jail running = jail;
        if (running != null) {
            jail = null;
            host.disconnect(this);
            running.close();
        }
    }

    @Override
    public DiskImage snapshot() {
        try {
            return host.snapshot(this);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not copy the disk of the machine at " + address, e);
        }
    }

    @Override
    public synchronized void destroy() {
        if (destroyed) {
            return;
        }
        destroyed = true;
        stop();
        try {
            host.forget(this);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not remove the disk of the machine at " + address, e);
        }
    }
}
