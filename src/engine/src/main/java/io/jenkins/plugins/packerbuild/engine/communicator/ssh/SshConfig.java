package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import java.security.Security;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.transport.cipher.Cipher;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * What every connection of the process shares. Made by the first one, so that a run without SSH loads none of it. The
 * JDK's own AES is many times faster than BouncyCastle's, which therefore comes last and serves only what the JDK lacks.
 */
final class SshConfig {

    private static final class Holder {
        private static final Config CONFIG = make();
    }

    private SshConfig() {}

    static Config shared() {
        return Holder.CONFIG;
    }

    private static Config make() {
        SecurityUtils.setRegisterBouncyCastle(false);
        if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
            Security.addProvider(new BouncyCastleProvider());
        }
        DefaultConfig config = new DefaultConfig();
        List<Factory.Named<Cipher>> ciphers = new ArrayList<>(config.getCipherFactories());
        ciphers.sort(Comparator.comparingInt(cipher -> rank(cipher.getName())));
        config.setCipherFactories(ciphers);
        config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        return config;
    }

    /** The order of speed under the JDK. */
    static int rank(String cipher) {
        if (cipher.startsWith("aes") && cipher.contains("gcm")) {
            return 0;
        }
        if (cipher.startsWith("aes") && cipher.endsWith("ctr")) {
            return 1;
        }
        return cipher.startsWith("chacha20") ? 2 : 3;
    }
}
