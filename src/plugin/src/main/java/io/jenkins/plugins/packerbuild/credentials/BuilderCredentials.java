package io.jenkins.plugins.packerbuild.credentials;

import io.jenkins.plugins.packerbuild.session.SessionException;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Build;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Credential;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives credentials to builders: keys for the provider, a login for the machine. For keys the first that applies wins: the
 * environment's, the step's, then the lists'. A username with password is a login only for a builder without a provider.
 */
final class BuilderCredentials {

    private static final String LOGIN = "an SSH username with private key, or a username with password";
    private static final String ANY = "AWS credentials, a secret text, a username with password, or an SSH key";

    private final SecretSources sources;
    private final CredentialFinder finder;
    private final AnswerDraft draft;

    BuilderCredentials(SecretSources sources, CredentialFinder finder, AnswerDraft draft) {
        this.sources = sources;
        this.finder = finder;
        this.draft = draft;
    }

    /** What a builder gets. */
    private record Choice(
            @Nullable FoundCredential keys, @Nullable FoundCredential login) {
        Choice with(FoundCredential found, boolean forMachine) {
            return forMachine
                    ? new Choice(keys, login == null ? found : login)
                    : new Choice(keys == null ? found : keys, login);
        }
    }

    /** Gives to one that leaves something to others. */
    void giveTo(Build build) throws SessionException {
        Optional<Provider> provider = Provider.of(build.type());
        Optional<String> elsewhere = provider.flatMap(it -> elsewhere(build, it));
        Choice choice = choose(build, provider, elsewhere.isPresent());
        if (elsewhere.isPresent()) {
            sayElsewhere(build, elsewhere.get(), choice.keys());
        } else if (choice.keys() != null) {
            give(build.name(), choice.keys(), keys(choice.keys(), provider));
        } else {
            provider.ifPresent(it -> sayNone(build, it));
        }
        if (choice.login() != null) {
            giveLogin(build.name(), choice.login());
        } else if (provider.isEmpty()) {
            sayNotOfLists(build);
        }
    }

    /** Where a build has keys from that no credential need give, in words. */
    private Optional<String> elsewhere(Build build, Provider provider) {
        return build.keys()
                ? provider.keysIn(sources.environment()).map(name -> "the environment (" + name + ")")
                : Optional.of("its template");
    }

    /**
     * Gives the step's credentials that no builder in need has got: a builder of which nothing is known may still have a
     * machine to log in to.
     */
    void giveRest(List<Build> inNeed) throws SessionException {
        for (CredentialLevel level : sources.ofStep()) {
            for (CredentialEntry entry : level.entries()) {
                if (!entry.isForVariable()
                        && inNeed.stream().noneMatch(build -> entry.isForName(build) || entry.isForType(build))) {
                    giveUnasked(finder.find(level, entry, ANY), inNeed);
                }
            }
        }
    }

    private void giveUnasked(FoundCredential found, List<Build> inNeed) throws SessionException {
        if (found.isSshKey()) {
            giveLogin(found.entry().builder(), found);
            return;
        }
        String asking = inNeed.isEmpty()
                ? "no build asks for one"
                : "these builds ask for one: "
                        + inNeed.stream()
                                .map(build -> "'" + build.name() + "' (" + build.type() + ")")
                                .collect(Collectors.joining(", "));
        draft.remark(found.entry().line()
                + " is not used: no build that leaves its keys to others has this name or type; " + asking + ".");
    }

    /** Lists are looked at for keys that are missing. A builder without a provider has none. */
    private Choice choose(Build build, Optional<Provider> provider, boolean hasKeys) throws SessionException {
        String wanted = provider.map(Provider::wanted).orElse(LOGIN);
        Choice choice = new Choice(null, null);
        for (CredentialLevel level : sources.levels()) {
            if (!level.ofStep() && (hasKeys || choice.keys() != null || provider.isEmpty())) {
                return choice;
            }
            for (CredentialEntry entry : level.entriesFor(build)) {
                FoundCredential found = finder.find(level, entry, wanted);
                if (!level.ofStep() && found.isSshKey()) {
                    sayNotOfList(build, level, entry);
                } else {
                    choice = choice.with(found, found.isSshKey() || provider.isEmpty());
                }
            }
        }
        return choice;
    }

    private static Map<String, String> keys(FoundCredential found, Optional<Provider> provider)
            throws SessionException {
        Map<String, String> fields =
                provider.map(it -> it.fields(found.value())).orElse(Map.of());
        if (fields.isEmpty()) {
            throw CredentialProblems.wrongKind(
                    found, provider.map(Provider::wanted).orElse(LOGIN));
        }
        return fields;
    }

    private void giveLogin(String target, FoundCredential found) throws SessionException {
        Map<String, String> fields = found.value().sshFields();
        if (found.hasPassphrase()) {
            throw CredentialProblems.passphrase(found);
        }
        if (fields.isEmpty()) {
            throw CredentialProblems.wrongKind(found, LOGIN);
        }
        give(target, found, fields);
    }

    private void give(String target, FoundCredential found, Map<String, String> fields) {
        CredentialEntry entry = found.entry();
        draft.give(new Credential(false, target, fields, entry.endpoints(), entry.credentialsId()));
        draft.remember(found, target);
        draft.remark("Build '" + target + "' gets " + found.words() + ".");
    }

    private void sayElsewhere(Build build, String where, @Nullable FoundCredential passedOver) {
        if (build.keys() || passedOver != null) {
            String other = passedOver == null ? "" : "; " + passedOver.entry().line() + " is not used";
            draft.remark("Build '" + build.name() + "' uses the keys of " + where + other + ".");
        }
    }

    /** Without a provider there is nothing but the machine. */
    private void sayNotOfLists(Build build) {
        for (CredentialLevel level : sources.lists()) {
            level.entriesFor(build).forEach(entry -> sayNotOfList(build, level, entry));
        }
    }

    /** A template may say which machine a build logs in to: it must not choose where a list's login goes. */
    private void sayNotOfList(Build build, CredentialLevel level, CredentialEntry entry) {
        draft.remark(entry.line() + " of " + level.owner() + " is not used for build '" + build.name()
                + "': its template chooses the machine. Write that line in the step to allow it.");
    }

    private void sayNone(Build build, Provider provider) {
        draft.remark("Build '" + build.name() + "' gets no credential from Jenkins. To give it one, write "
                + new CredentialEntry(build.type(), "", "ID", "").line() + " with the ID of "
                + provider.wanted() + ".");
    }
}
