package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.communicator.Authentication;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.time.Duration;
import java.util.Optional;

/** Asks EC2 for a key pair that lives as long as the build, unless the template brings a key or a password. */
record CreateKeyPairStep(Site site, ConnectOptions connect) implements Step<KeyAccess> {

    private static final Duration CLEANUP_LIMIT = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "StepKeyPair";
    }

    @Override
    public KeyAccess run(BuildScope scope) {
        if (connect.needsTemporaryKey()) {
            String name = connect.temporaryKeyName().orElseGet(Site::uniqueName);
            Secret key = create(name, scope);
            return new KeyAccess(Optional.of(name), true, Authentication.byKey(key));
        }
        Authentication authentication = Authentication.from(connect.settings().login());
        if (authentication.privateKey() != null) {
            site.tell().usingExistingKey();
        } else {
            site.tell().usingNoKey();
        }
        return new KeyAccess(connect.keyName(), false, authentication);
    }

    private Secret create(String name, BuildScope scope) {
        site.tell().creatingKeyPair(name);
        Tracked tracked = site.announce(ResourceKind.KEY_PAIR, name);
        scope.onCleanup(
                "key pair " + name,
                CLEANUP_LIMIT,
                cancellation -> tracked.remove(id -> site.removal(cancellation).keyPair(id, name)));
        return tracked.create(() -> createOrReplace(name), key -> name);
    }

    /** The answer to an earlier try may have been lost, and the private key with it. Only a name of our own is replaced. */
    private Secret createOrReplace(String name) {
        try {
            return site.ec2().createKeyPair(name, site.tags().all());
        } catch (ProviderException e) {
            if (e.reason() != Reason.CONFLICT || connect.temporaryKeyName().isPresent()) {
                throw e;
            }
            Tracked.inDoubt(e, () -> delete(name));
            return site.ec2().createKeyPair(name, site.tags().all());
        }
    }

    private boolean delete(String name) {
        site.ec2().deleteKeyPair(name);
        return true;
    }
}
