package io.jenkins.plugins.packerbuild.engine.lookup;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.RemoteValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The servers that variables may ask. None is touched, and no class of it loaded, before the first question; each question
 * is asked once, whether it is answered or not. Safe for use by several threads.
 */
public final class RemoteStores implements RemoteValues {

    private record Told(Optional<Secret> value, Optional<Unavailable> failure) {}

    private final Map<String, Supplier<RemoteStore>> stores;
    private final Map<List<String>, Told> told = new ConcurrentHashMap<>();

    /**
     * With the process environment, which says where the servers are.
     *
     * @param aws AWS Secrets Manager
     */
    public RemoteStores(Map<String, String> environment, Supplier<RemoteStore> aws) {
        this.stores = Map.of(
                "vault", () -> new VaultStore(environment), "consul", () -> new ConsulStore(environment), "aws", aws);
    }

    @Override
    public Secret vault(String path, String key) {
        return ask("vault", path, Optional.of(key));
    }

    @Override
    public Secret consul(String key) {
        return ask("consul", key, Optional.empty());
    }

    @Override
    public Secret aws(String name, Optional<String> key) {
        return ask("aws", name, key);
    }

    private Secret ask(String store, String name, Optional<String> key) {
        List<String> question = key.map(it -> List.of(store, name, it)).orElse(List.of(store, name));
        Told answer = told.computeIfAbsent(question, it -> tell(store, name, key));
        return answer.value().orElseThrow(answer.failure()::orElseThrow);
    }

    private Told tell(String store, String name, Optional<String> key) {
        try {
            Supplier<RemoteStore> server = stores.getOrDefault(store, () -> RemoteStores::nobody);
            return new Told(Optional.of(server.get().read(name, key)), Optional.empty());
        } catch (Unavailable e) {
            return new Told(Optional.empty(), Optional.of(e));
        }
    }

    private static Secret nobody(String name, Optional<String> key) {
        throw new Unavailable("nobody keeps '" + name + "'", null);
    }
}
