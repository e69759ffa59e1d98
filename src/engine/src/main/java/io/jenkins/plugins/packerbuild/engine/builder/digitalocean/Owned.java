package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.ledger.ResourceLedger;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Something temporary of this build, from its announcement in the ledger to its end. Used by the build's thread.
 *
 * <pre>{@code
 * Owned key = books.announce(Leftover.Kind.SSH_KEY, name);
 * scope.onCleanup(name, limit, cancellation -> key.remove(api.until(cancellation)));
 * AccountKey made = key.make(() -> api.createKey(name, line), AccountKey::id);
 * }</pre>
 */
final class Owned {

    private final ResourceLedger.Entry entry;
    private final String apiUrl;
    private Leftover leftover;
    private boolean open = true;

    /** Announced just now. */
    Owned(ResourceLedger.Entry entry, Leftover leftover, String apiUrl) {
        this.entry = entry;
        this.leftover = leftover;
        this.apiUrl = apiUrl;
    }

    /** Sends the call that makes it. A clear refusal closes it; when no answer came, it may exist. */
    <T> T make(Supplier<T> call, ToLongFunction<T> id) {
        T made = make(call);
        known(id.applyAsLong(made));
        return made;
    }

    /** The same where the answer does not tell the id. */
    <T> T make(Supplier<T> call) {
        try {
            return call.get();
        } catch (ProviderException e) {
            if (e.reason() != Reason.UNAVAILABLE) {
                gone();
            }
            throw e;
        }
    }

    /** Its id has arrived. */
    void known(long id) {
        leftover = new Leftover(leftover.kind(), "" + id, leftover.mark(), leftover.runTag());
        entry.created("" + id);
    }

    /** Whether it may exist and has to go. */
    boolean isOpen() {
        return open;
    }

    /** It does not exist, or it is meant to stay. */
    void gone() {
        open = false;
        entry.gone();
    }

    /**
     * Removes it, if it may exist.
     *
     * @throws BuildException when that failed; the ledger says what remains
     */
    void remove(DigitalOcean api) {
        if (!open) {
            return;
        }
        try {
            leftover.remove(api);
            gone();
        } catch (RuntimeException e) {
            BuildException why = BuildException.from(e);
            String command = remains(why.getMessage());
            Problem problem =
                    Problem.of(why.problem().message()).withCure("It is still there; remove it with: " + command);
            throw new BuildException(problem, e);
        }
    }

    /** It cannot go for now. Returns the command that removes it. */
    String remains(String why) {
        String command = leftover.command(apiUrl);
        entry.remains(why, command);
        return command;
    }
}
