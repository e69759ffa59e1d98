package io.jenkins.plugins.packerbuild.credentials;

import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** The places of Jenkins that a job is in, from the inside out, and whose lists it may use. */
final class Scopes {

    private Scopes() {}

    /** Who a job's builds run as. */
    static Authentication authentication(Item item) {
        return item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2;
    }

    /**
     * The lists of a place and of those around it, each with the vault that its entries are looked up in.
     *
     * @param user the build that uses them; null for none
     */
    static List<CredentialLevel> lists(ItemGroup<?> innermost, @Nullable Run<?, ?> user) {
        List<CredentialLevel> levels = new ArrayList<>();
        for (ItemGroup<?> place = innermost; place != null; place = around(place)) {
            level(place, user).ifPresent(levels::add);
        }
        return levels;
    }

    private static @Nullable ItemGroup<?> around(ItemGroup<?> place) {
        return place instanceof Item item ? item.getParent() : null;
    }

    private static Optional<CredentialLevel> level(ItemGroup<?> place, @Nullable Run<?, ?> user) {
        for (CredentialList list : ExtensionList.lookup(CredentialList.class)) {
            Optional<List<PackerCredential>> entries = list.of(place);
            if (entries.isPresent() && !entries.get().isEmpty()) {
                PlaceVault vault = PlaceVault.of(place, user);
                return Optional.of(new CredentialLevel(vault.place(), false, entries(entries.get()), vault));
            }
        }
        return Optional.empty();
    }

    static List<CredentialEntry> entries(List<PackerCredential> credentials) {
        return credentials.stream().map(PackerCredential::entry).toList();
    }
}
