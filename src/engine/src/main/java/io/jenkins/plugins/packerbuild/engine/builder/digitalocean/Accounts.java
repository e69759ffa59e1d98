package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The accounts that builds use now: builds with the same endpoint and token share one. Safe for use by several threads. */
final class Accounts {

    private final Function<Key, Transport> connect;

    /** Guarded by this. */
    private final Map<Key, Shared> open = new HashMap<>();

    /**
     * Endpoint and token.
     *
     * @param apiUrl empty for DigitalOcean's own
     */
    record Key(String apiUrl, Secret token) {}

    private static final class Shared {
        private final Account account;
        private int users;

        Shared(Account account) {
            this.account = account;
        }
    }

    Accounts(Function<Key, Transport> connect) {
        this.connect = connect;
    }

    /** Over the network. */
    static Accounts overHttp() {
        return new Accounts(key -> new OkHttpTransport(key.apiUrl(), key.token()));
    }

    synchronized Account enter(Key key) {
        Shared shared = open.computeIfAbsent(key, it -> new Shared(new Account(new Endpoint(connect.apply(it)))));
        shared.users++;
        return shared.account;
    }

    /** The last one closes the connections. */
    synchronized void leave(Key key) {
        Shared shared = open.get(key);
        if (shared == null) {
            throw new IllegalStateException("left more often than entered");
        }
        shared.users--;
        if (shared.users == 0) {
            open.remove(key);
            shared.account.endpoint().close();
        }
    }
}
