package io.jenkins.plugins.packerbuild.engine.lookup;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.RemoteValues;
import java.util.Optional;

/** One server that keeps values. */
@FunctionalInterface
public interface RemoteStore {

    /**
     * A value of it.
     *
     * @param name the path, key or name of the secret
     * @param key which value of a secret that has several
     * @throws RemoteValues.Unavailable when there is none
     */
    Secret read(String name, Optional<String> key);
}
