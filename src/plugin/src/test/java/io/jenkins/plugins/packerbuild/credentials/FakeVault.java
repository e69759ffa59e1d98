package io.jenkins.plugins.packerbuild.credentials;

import io.jenkins.plugins.packerbuild.session.SessionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Credentials by id, and which were asked for. */
final class FakeVault implements Vault {

    final List<String> asked = new ArrayList<>();
    private final String place;
    private final Map<String, CredentialValue> values = new HashMap<>();

    FakeVault(String place) {
        this.place = place;
    }

    FakeVault with(String id, CredentialValue value) {
        values.put(id, value);
        return this;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public Optional<CredentialValue> find(String credentialsId) throws SessionException {
        asked.add(credentialsId);
        if (credentialsId.equals("broken")) {
            throw new SessionException("Could not read credential 'broken' in " + place + ".");
        }
        return Optional.ofNullable(values.get(credentialsId));
    }
}
