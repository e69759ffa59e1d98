package io.jenkins.plugins.packerbuild.engine.communicator;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The communicator options of a builder.
 *
 * @param kind how the machine is reached
 * @param login who logs in where
 * @param patience how long and how often it is tried
 * @param pty whether commands get a pseudo-terminal ({@code ssh_pty})
 * @param clearAuthorizedKeys whether the temporary key is removed from the machine at the end
 *     ({@code ssh_clear_authorized_keys})
 */
public record CommunicatorSettings(
        Kind kind, Login login, Patience patience, boolean pty, boolean clearAuthorizedKeys) {

    /** How a machine is reached. */
    public enum Kind {
        /** By SSH. */
        SSH,
        /** Not at all: no provisioner can run on it. */
        NONE
    }

    /**
     * Who logs in where.
     *
     * @param host {@code ssh_host}: beats what the builder knows
     * @param port {@code ssh_port}
     * @param username {@code ssh_username}; empty only for {@link Kind#NONE}
     * @param password {@code ssh_password}
     * @param privateKey {@code ssh_private_key_file}, or one that was given from outside of the template
     */
    public record Login(
            Optional<String> host,
            int port,
            String username,
            Optional<Secret> password,
            Optional<PrivateKey> privateKey) {

        /** Whether it has nothing to prove itself with. */
        public boolean isBare() {
            return password.isEmpty() && privateKey.isEmpty();
        }
    }

    /**
     * How long and how often it is tried.
     *
     * @param timeout {@code ssh_timeout}
     * @param handshakeAttempts {@code ssh_handshake_attempts}
     * @param keepAlive {@code ssh_keep_alive_interval}; not positive is off
     * @param pauseBeforeConnecting {@code pause_before_connecting}
     */
    public record Patience(
            Duration timeout, int handshakeAttempts, Duration keepAlive, Duration pauseBeforeConnecting) {}

    private static final List<String> NOT_YET = List.of(
            "ssh_agent_auth",
            "ssh_bastion_agent_auth",
            "ssh_bastion_certificate_file",
            "ssh_bastion_host",
            "ssh_bastion_interactive",
            "ssh_bastion_password",
            "ssh_bastion_port",
            "ssh_bastion_private_key_file",
            "ssh_bastion_username",
            "ssh_certificate_file",
            "ssh_ciphers",
            "ssh_key_exchange_algorithms",
            "ssh_local_tunnels",
            "ssh_proxy_host",
            "ssh_proxy_password",
            "ssh_proxy_port",
            "ssh_proxy_username",
            "ssh_read_write_timeout",
            "ssh_remote_tunnels",
            "temporary_key_pair_bits",
            "temporary_key_pair_type",
            "winrm_host",
            "winrm_insecure",
            "winrm_no_proxy",
            "winrm_password",
            "winrm_port",
            "winrm_timeout",
            "winrm_use_ntlm",
            "winrm_use_ssl",
            "winrm_username");

    /**
     * Reads them. Problems go to the options. Whether a user name is needed is said by the kind.
     *
     * @param defaults for a user name where the template has none, and for a password or a key where it has neither
     */
    public static CommunicatorSettings read(Options options, LoginDefaults defaults) {
        Kind kind = kind(options);
        options.notYet(NOT_YET.toArray(String[]::new));
        options.flag("ssh_disable_agent_forwarding");
        Login login = login(options, kind, kind == Kind.SSH ? defaults : LoginDefaults.NONE);
        Patience patience = new Patience(
                options.duration("ssh_wait_timeout", options.duration("ssh_timeout", Duration.ofMinutes(5))),
                options.number("ssh_handshake_attempts", 10),
                options.duration("ssh_keep_alive_interval", Duration.ofSeconds(5)),
                options.duration("pause_before_connecting", Duration.ZERO));
        String method = options.text("ssh_file_transfer_method", "scp");
        if (!List.of("scp", "sftp").contains(method)) {
            options.problem(
                    "ssh_file_transfer_method",
                    "ssh_file_transfer_method ('" + method + "') is invalid, valid methods: sftp, scp.",
                    "Leave it out: files go over SFTP, or over a plain command where there is none.");
        }
        return new CommunicatorSettings(
                kind,
                login,
                patience,
                options.flag("ssh_pty", false),
                options.flag("ssh_clear_authorized_keys", false));
    }

    /** Whether the template reaches its machine by SSH, but leaves it to others who logs in, or how he proves himself. */
    public static boolean wantsLogin(Options options) {
        boolean bare = options.text(LoginDefaults.PASSWORD).isEmpty()
                && options.text(PrivateKeyFile.OPTION).isEmpty();
        boolean nobody = options.text(LoginDefaults.USERNAME).isEmpty();
        return options.text("communicator", "ssh").equals("ssh") && (bare || nobody);
    }

    private static Kind kind(Options options) {
        String text = options.text("communicator", "ssh");
        if (text.equals("ssh")) {
            return Kind.SSH;
        }
        if (text.equals("winrm")) {
            options.problem("communicator", "Communicator 'winrm' is not there yet.", "Use 'ssh' or 'none'.");
        } else if (!text.equals("none")) {
            options.problem("communicator", "Communicator type " + text + " is invalid.", "Use 'ssh' or 'none'.");
        }
        return Kind.NONE;
    }

    private static Login login(Options options, Kind kind, LoginDefaults defaults) {
        String username = options.text(LoginDefaults.USERNAME)
                .or(() -> defaults.find(LoginDefaults.USERNAME).map(Secret::reveal))
                .orElse("");
        if (kind == Kind.SSH && username.isEmpty()) {
            options.problem(
                    LoginDefaults.USERNAME,
                    "An ssh_username must be specified.",
                    "Name the login of the source image, such as 'ubuntu', 'ec2-user' or 'root'.");
        }
        Login login = new Login(
                options.text("ssh_host"),
                options.number("ssh_port", 22),
                username,
                options.text(LoginDefaults.PASSWORD).map(Secret::of),
                options.text(PrivateKeyFile.OPTION).map(CommunicatorSettings::keyFile));
        Login proving = login.isBare() ? withGiven(login, defaults) : login;
        proving.privateKey().filter(key -> kind == Kind.SSH).ifPresent(key -> key.check(options));
        return proving;
    }

    /** A given key, or else a given password. */
    private static Login withGiven(Login login, LoginDefaults defaults) {
        Optional<PrivateKey> key = defaults.find(LoginDefaults.PRIVATE_KEY)
                .<PrivateKey>map(PrivateKey.OfText::new)
                .or(() -> defaults.find(PrivateKeyFile.OPTION).map(path -> keyFile(path.reveal())));
        Optional<Secret> password = key.isPresent() ? Optional.empty() : defaults.find(LoginDefaults.PASSWORD);
        return new Login(login.host(), login.port(), login.username(), password, key);
    }

    private static PrivateKey keyFile(String path) {
        return new PrivateKey.OfFile(PrivateKeyFile.expand(path));
    }
}
