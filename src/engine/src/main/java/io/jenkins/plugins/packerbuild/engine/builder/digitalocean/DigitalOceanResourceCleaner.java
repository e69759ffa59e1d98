package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.builder.ResourceCleaner;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Removes at DigitalOcean what a dead run has left: the newest first, so that snapshots go before their droplets. */
public final class DigitalOceanResourceCleaner implements ResourceCleaner {

    private final Accounts accounts;

    /** Talks to DigitalOcean over the network. */
    public DigitalOceanResourceCleaner() {
        this(Accounts.overHttp());
    }

    DigitalOceanResourceCleaner(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String provider() {
        return Books.PROVIDER;
    }

    @Override
    public String builderType() {
        return DigitalOceanType.NAME;
    }

    @Override
    public void clean(Request request) {
        List<Left> newestFirst = new ArrayList<>(request.resources());
        Collections.reverse(newestFirst);
        for (Left left : newestFirst) {
            Optional<Leftover> leftover = leftover(left, request.runId());
            if (leftover.isEmpty()) {
                left.entry().remains("Kind '" + left.resource().kind() + "' is unknown to this version.", "");
            } else {
                remove(left, leftover.get(), request);
            }
        }
    }

    private static Optional<Leftover> leftover(Left left, String runId) {
        return Leftover.Kind.of(left.resource().kind())
                .map(kind -> new Leftover(kind, left.id(), left.resource().mark(), TagNames.ofRun(runId)));
    }

    private void remove(Left left, Leftover leftover, Request request) {
        BuildScope scope = request.scope();
        try {
            scope.cancellation().throwIfCancelled();
            scope.narrator().say("Removing " + leftover.kind().ledgerName() + " " + name(leftover) + "...");
            remove(leftover, left.resource(), request);
            left.entry().gone();
        } catch (RuntimeException e) {
            String why = BuildException.from(e).getMessage();
            scope.narrator().error(why);
            left.entry().remains(why, leftover.command(left.resource().place().endpoint()));
        }
    }

    private void remove(Leftover leftover, Resource resource, Request request) {
        Accounts.Key key = new Accounts.Key(resource.place().endpoint(), token(resource, request));
        Account account = accounts.enter(key);
        try {
            BuildScope scope = request.scope();
            String place = (Books.PROVIDER + " " + resource.place().region()).strip();
            leftover.remove(new DigitalOcean(
                    account.endpoint(),
                    RetryOptions.USUAL,
                    new DigitalOcean.Surroundings(place, scope.clock(), scope.cancellation())));
        } finally {
            accounts.leave(key);
        }
    }

    private static Secret token(Resource resource, Request request) {
        return request.credentials()
                .value(AccessOptions.API_TOKEN, resource)
                .filter(token -> !token.isEmpty())
                .orElseThrow(() -> new BuildException(Problem.of("Nobody gave the token that "
                                + resource.kind() + " '" + resource.mark() + "' was made with ("
                                + resource.place().credentialSource() + ").")
                        .withCure("Give it again, by variable, environment or credential.")));
    }

    private static String name(Leftover leftover) {
        return leftover.id().isEmpty() ? "'" + leftover.mark() + "'" : leftover.id();
    }
}
