package io.jenkins.plugins.packerbuild.credentials;

import io.jenkins.plugins.packerbuild.session.SessionException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks up each credential once, and tells whoever masks lines. For one answer and one thread. */
final class CredentialFinder {

    private final Consumer<CredentialValue> known;
    private final Map<String, FoundCredential> found = new HashMap<>();

    CredentialFinder(Consumer<CredentialValue> known) {
        this.known = known;
    }

    /**
     * Finds one.
     *
     * @param wanted which kinds would serve, in words
     * @throws SessionException when the entry is wrong, or there is none that may be used
     */
    FoundCredential find(CredentialLevel level, CredentialEntry entry, String wanted) throws SessionException {
        Optional<String> problem = entry.problem();
        if (problem.isPresent()) {
            throw new SessionException(problem.get());
        }
        return look(level, entry).orElseThrow(() -> CredentialProblems.unknown(level, entry, wanted));
    }

    /** Empty when there is none that may be used. */
    Optional<FoundCredential> look(CredentialLevel level, CredentialEntry entry) throws SessionException {
        String key = level.owner() + '\n' + entry;
        FoundCredential before = found.get(key);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<FoundCredential> now =
                level.vault().find(entry.credentialsId()).map(value -> new FoundCredential(level, entry, value));
        now.ifPresent(credential -> {
            found.put(key, credential);
            known.accept(credential.value());
        });
        return now;
    }
}
