package io.jenkins.plugins.packerbuild.credentials;

import io.jenkins.plugins.packerbuild.session.SessionException;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Build;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Credential;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives keys to builders. For a provider's keys the first that applies wins: the environment's, the step's, then the
 * lists'. An SSH key is no provider's key: a builder may get one of each.
 */
final class BuilderCredentials {

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
            @Nullable FoundCredential keys, @Nullable FoundCredential ssh) {
        Choice with(FoundCredential found) {
            return found.isSshKey()
                    ? new Choice(keys, ssh == null ? found : ssh)
                    : new Choice(keys == null ? found : keys, ssh);
        }
    }

    /** Gives to one without keys of its own. */
    void giveTo(Build build) throws SessionException {
        Optional<String> inEnvironment = Provider.of(build.type()).flatMap(it -> it.keysIn(sources.environment()));
        Choice choice = choose(build, inEnvironment.isPresent());
        if (inEnvironment.isPresent()) {
            sayEnvironment(build, inEnvironment.get(), choice.keys());
            choice = new Choice(null, choice.ssh());
        } else if (choice.keys() == null) {
            sayNone(build);
        }
        give(build.name(), fields(build, choice.keys()), choice);
    }

    /**
     * Gives the step's credentials that no builder in need has got: SSH keys serve a builder with keys of its own as well.
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

    private void giveUnasked(FoundCredential found, List<Build> inNeed) {
        if (found.isSshKey()) {
            give(found.entry().builder(), Map.of(), new Choice(null, found));
            return;
        }
        String asking = inNeed.isEmpty()
                ? "no build asks for one"
                : "these builds ask for one: "
                        + inNeed.stream()
                                .map(build -> "'" + build.name() + "' (" + build.type() + ")")
                                .collect(Collectors.joining(", "));
        draft.remark(found.entry().line() + " is not used: no build without keys of its own has this name or type; "
                + asking + ".");
    }

    /** With keys in the environment, only the step's own are looked at: for SSH keys. */
    private Choice choose(Build build, boolean inEnvironment) throws SessionException {
        String wanted = Provider.of(build.type()).map(Provider::wanted).orElse("an SSH key");
        Choice choice = new Choice(null, null);
        for (CredentialLevel level : sources.levels()) {
            if (!level.ofStep() && (inEnvironment || choice.keys() != null)) {
                return choice;
            }
            for (CredentialEntry entry : level.entriesFor(build)) {
                choice = choice.with(finder.find(level, entry, wanted));
            }
        }
        return choice;
    }

    private static Map<String, String> fields(Build build, @Nullable FoundCredential keys) throws SessionException {
        if (keys == null) {
            return Map.of();
        }
        Optional<Provider> provider = Provider.of(build.type());
        Map<String, String> fields = provider.map(it -> it.fields(keys.value())).orElse(Map.of());
        if (fields.isEmpty()) {
            throw CredentialProblems.wrongKind(
                    keys, provider.map(Provider::wanted).orElse("an SSH key"));
        }
        return fields;
    }

    private void give(String target, Map<String, String> keyFields, Choice choice) {
        Map<String, String> fields = new LinkedHashMap<>(keyFields);
        if (choice.ssh() != null) {
            fields.putAll(sshFields(choice.ssh()));
        }
        List<FoundCredential> given = Stream.of(choice.keys(), choice.ssh())
                .flatMap(Stream::ofNullable)
                .toList();
        if (given.isEmpty()) {
            return;
        }
        CredentialEntry first = given.get(0).entry();
        draft.give(new Credential(false, target, fields, first.endpoints(), first.credentialsId()));
        for (FoundCredential found : given) {
            draft.remember(found, target);
            draft.remark("Build '" + target + "' gets " + found.words() + ".");
        }
    }

    private Map<String, String> sshFields(FoundCredential found) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (found.value() instanceof CredentialValue.SshKey key) {
            key.file().ifPresent(file -> fields.put("ssh_private_key_file", draft.path(found, file)));
            putUnlessEmpty(fields, "ssh_username", key.username());
            putUnlessEmpty(fields, "ssh_private_key_passphrase", key.passphrase());
        }
        return fields;
    }

    private static void putUnlessEmpty(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private void sayEnvironment(Build build, String variable, @Nullable FoundCredential passedOver) {
        String other = passedOver == null ? "" : "; " + passedOver.entry().line() + " is not used";
        draft.remark("Build '" + build.name() + "' uses the keys of the environment (" + variable + ")" + other + ".");
    }

    private void sayNone(Build build) {
        Provider.of(build.type())
                .ifPresent(provider -> draft.remark("Build '" + build.name() + "' gets no credential from Jenkins. "
                        + "To give it one, write "
                        + new CredentialEntry(build.type(), "", "ID", "").line() + " with the ID of "
                        + provider.wanted() + "."));
    }
}
