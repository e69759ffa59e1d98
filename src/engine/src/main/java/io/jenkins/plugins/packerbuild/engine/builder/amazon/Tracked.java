package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.ledger.ResourceLedger;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One resource from its announcement in the ledger to its end. Used by one thread. */
final class Tracked {

    /** After these nothing was made, for certain. */
    private static final Set<Reason> NOTHING_MADE =
            EnumSet.of(Reason.DENIED, Reason.CAPACITY, Reason.NOT_FOUND, Reason.OTHER);

    private final ResourceKind kind;
    private final Resource resource;
    private final ResourceLedger.Entry entry;
    private String id;
    private boolean over;

    Tracked(ResourceKind kind, Resource resource, String id, ResourceLedger.Entry entry) {
        this.kind = kind;
        this.resource = resource;
        this.id = id;
        this.entry = entry;
    }

    /** Makes it. When the call was refused for certain, nothing is there and the entry is closed. */
    <T> T create(Supplier<T> call, Function<T, String> idOf) {
        try {
            T made = call.get();
            id = idOf.apply(made);
            entry.created(id);
            return made;
        } catch (ProviderException e) {
            if (NOTHING_MADE.contains(e.reason())) {
                neverMade();
            }
            throw e;
        }
    }

    /**
     * Looks for what may be there already. A refused look says nothing about what was asked for at first, so the conflict
     * is thrown, which leaves the entry open.
     */
    static <T> T inDoubt(ProviderException conflict, Supplier<T> look) {
        try {
            return look.get();
        } catch (ProviderException e) {
            conflict.addSuppressed(e);
            throw conflict;
        }
    }

    /** It is known by now, from the answer to another call. */
    void created(String knownId) {
        id = knownId;
        entry.created(knownId);
    }

    /** There is nothing to remove. */
    void neverMade() {
        end();
    }

    /** It is meant to stay. */
    void keep() {
        end();
    }

    private void end() {
        if (!over) {
            over = true;
            entry.gone();
        }
    }

    /**
     * Removes it, unless that is not needed (any more).
     *
     * @param removal gets its id, empty when it never arrived
     * @throws RuntimeException what the removal throws, after the entry says what remains
     */
    void remove(Consumer<String> removal) {
        if (over) {
            return;
        }
        try {
            removal.accept(id);
        } catch (RuntimeException e) {
            over = true;
            entry.remains(BuildException.from(e).getMessage(), kind.command(resource, id));
            throw e;
        }
        end();
    }
}
