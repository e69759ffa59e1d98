package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import io.jenkins.plugins.packerbuild.engine.time.Deadline;
import java.io.IOException;
import java.time.Duration;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;

/**
 * Tries to log in until it succeeds: about every second, because a machine that has just become ready costs its full
 * price while nobody looks. Refused logins are tried again more and more slowly, up to 10 s apart: ten of them last as
 * long as Packer's, which a machine needs that has not installed its key yet. For one thread.
 */
final class SshWait {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final long LONGEST_PAUSE_SECONDS = 10;

    private static final Duration SHORTEST_DIAL = Duration.ofSeconds(3);

    private static final Duration LONGEST_DIAL = Duration.ofSeconds(15);

    private final SshLogin login;
    private final HostKeyPin pin;
    private final HandshakeSlots slots;
    private final Clock clock;
    private int tries;
    private int refusals;

    SshWait(SshLogin login, HostKeyPin pin, HandshakeSlots slots, Clock clock) {
        this.login = login;
        this.pin = pin;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * Waits.
     *
     * @throws io.jenkins.plugins.packerbuild.engine.time.CancelledException when cancelled
     * @throws BuildException when the time is over, the login is refused too often, or it is another machine
     */
    SshLink await(Cancellation cancellation) {
        Deadline deadline = Deadline.after(clock, login.settings().patience().timeout());
        while (true) {
            cancellation.throwIfCancelled();
            String host = login.target().host().get();
            try (HandshakeSlots.Slot ignored = slots.take(host, login.port(), cancellation)) {
                tries++;
                return SshLink.open(login, host, pin, dialLimit(deadline), cancellation);
            } catch (IOException e) {
                cancellation.throwIfCancelled();
                judge(e, host, deadline);
            }
            clock.sleep(shorter(pause(), deadline.remaining()), cancellation);
        }
    }

    private void judge(IOException e, String host, Deadline deadline) {
        if (pin.changed()) {
            throw otherMachine(host, e);
        }
        if (isRefusal(e)) {
            refusals++;
            if (refusals >= login.settings().patience().handshakeAttempts()) {
                throw refused(host, e);
            }
        }
        if (deadline.isOver()) {
            throw tooLate(host, e);
        }
    }

    /** Short at first: a lost first packet to a machine that boots would otherwise cost seconds of waiting for nothing. */
    private Duration dialLimit(Deadline deadline) {
        Duration passed = login.settings().patience().timeout().minus(deadline.remaining());
        Duration limit = shorter(passed.dividedBy(20), LONGEST_DIAL);
        return limit.compareTo(SHORTEST_DIAL) < 0 ? SHORTEST_DIAL : limit;
    }

    private Duration pause() {
        return refusals == 0
                ? PAUSE
                : Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(refusals - 1, 10)));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** A lost connection in the middle of a login is no refusal, unless the machine says that it was one too many. */
    static boolean isRefusal(IOException e) {
        String words = String.valueOf(e.getMessage());
        if (words.contains("Too many authentication failures")) {
            return true;
        }
        if (!(e instanceof UserAuthException refusal)) {
            return false;
        }
        Throwable cause = refusal.getCause();
        boolean lost = cause instanceof TransportException || cause instanceof ConnectionException;
        return !lost || refusal.getDisconnectReason() == DisconnectReason.NO_MORE_AUTH_METHODS_AVAILABLE;
    }

    private BuildException refused(String host, IOException e) {
        String methods = login.key() != null && login.password() != null
                ? "publickey password"
                : login.key() != null ? "publickey" : login.password() != null ? "password" : "none";
        return new BuildException(
                Problem.of(
                                "Error waiting for SSH: Packer experienced an authentication error when trying to connect via"
                                        + " SSH. This can happen if your username/password are wrong. You may want to"
                                        + " double-check your credentials as part of your debugging process. original error:"
                                        + " ssh: handshake failed: ssh: unable to authenticate " + login.describe(host)
                                        + ", attempted methods [" + methods + "], refused " + refusals
                                        + (refusals == 1 ? " time" : " times") + " (" + words(e) + ").")
                        .withCure("Check ssh_username and the key or password for that login;"
                                + " raise ssh_handshake_attempts for a machine that installs its key late."),
                e);
    }

    private BuildException tooLate(String host, IOException e) {
        return new BuildException(
                Problem.of("Timeout waiting for SSH. Could not log in as " + login.describe(host) + " within "
                                + Durations.text(login.settings().patience().timeout()) + ", last of " + tries
                                + (tries == 1 ? " try" : " tries") + ": " + words(e) + ".")
                        .withCure("Check that the machine has booted, that its sshd listens on that port, and that"
                                + " firewalls and security groups let this machine reach it; or raise ssh_timeout."),
                e);
    }

    private BuildException otherMachine(String host, IOException e) {
        return new BuildException(
                Problem.of("Could not connect again to " + login.describe(host)
                                + ": its host key is not the one of the first connection of this build.")
                        .withCure("Either another machine answers there, or a script has changed the host keys:"
                                + " change them in the last script, so that no connection follows."),
                e);
    }

    private static String words(IOException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.replaceAll("\\s+", " ").strip();
    }
}
