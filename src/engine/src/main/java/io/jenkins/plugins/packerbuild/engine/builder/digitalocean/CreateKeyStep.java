package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.communicator.SshKeyPair;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.time.Duration;

/** Makes a key pair here, and brings its public half to the account. The private half stays in memory. */
final class CreateKeyStep implements Step<CreateKeyStep.BuildKey> {

    private static final Duration CLEANUP_LIMIT = Duration.ofMinutes(2);

    private final DigitalOcean api;
    private final Books books;
    private final String keyName;

    /**
     * The key of a build.
     *
     * @param id of its public half in the account
     */
    record BuildKey(long id, String name, SshKeyPair pair) {}

    CreateKeyStep(DigitalOcean api, Books books, String keyName) {
        this.api = api;
        this.books = books;
        this.keyName = keyName;
    }

    @Override
    public String name() {
        return "stepCreateSSHKey";
    }

    @Override
    public BuildKey run(BuildScope scope) {
        Narration narration = new Narration(scope.narrator());
        narration.creatingKey();
        SshKeyPair pair = SshKeyPair.generate(keyName);
        Owned key = books.announce(Leftover.Kind.SSH_KEY, keyName);
        scope.onCleanup("ssh key " + keyName, CLEANUP_LIMIT, cancellation -> {
            if (key.isOpen()) {
                narration.deletingKey();
                key.remove(api.until(cancellation));
            }
        });
        AccountKey made = key.make(() -> api.createKey(keyName, pair.publicKeyLine()), AccountKey::id);
        return new BuildKey(made.id(), keyName, pair);
    }
}
