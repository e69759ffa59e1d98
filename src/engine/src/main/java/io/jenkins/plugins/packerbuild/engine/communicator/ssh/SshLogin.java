package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.communicator.Authentication;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.communicator.ConnectionTarget;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.PasswordUtils;
import org.jspecify.annotations.Nullable;

/**
 * A target whose key is read.
 *
 * @param key null when there is none
 * @param password null when there is none
 */
record SshLogin(
        ConnectionTarget target,
        @Nullable KeyProvider key,
        @Nullable Secret password) {

    /**
     * Reads the key once for all tries.
     *
     * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when it cannot be used
     */
    static SshLogin of(ConnectionTarget target) {
        Authentication given = target.authentication();
        Secret text = given.privateKey();
        return new SshLogin(target, text == null ? null : PrivateKeys.load(text), given.password());
    }

    CommunicatorSettings settings() {
        return target.settings();
    }

    String user() {
        return settings().login().username();
    }

    int port() {
        return settings().login().port();
    }

    /** For people: {@code 'ubuntu' at 1.2.3.4:22}. */
    String describe(String host) {
        return "'" + user() + "' at " + host + ":" + port();
    }

    /** Fresh ones, because they hold the state of one try. */
    List<AuthMethod> methods() {
        List<AuthMethod> methods = new ArrayList<>();
        if (key != null) {
            methods.add(new AuthPublickey(key));
        }
        if (password != null) {
            methods.add(new AuthPassword(finder(password)));
            methods.add(new AuthKeyboardInteractive(new PasswordAnswer(password)));
        }
        if (methods.isEmpty()) {
            methods.add(new AuthNone());
        }
        return methods;
    }

    private static PasswordFinder finder(Secret password) {
        return PasswordUtils.createOneOff(password.reveal().toCharArray());
    }
}
