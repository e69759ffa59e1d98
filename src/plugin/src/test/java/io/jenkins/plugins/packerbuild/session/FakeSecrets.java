package io.jenkins.plugins.packerbuild.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One variable, one credential, one file; masks their values once they are known. */
final class FakeSecrets implements SessionSecrets {

    static final String VALUE = "correct-horse-battery";

    final List<Needs> asked = new ArrayList<>();

    @Nullable String refusal;

    @Nullable RuntimeException bug;

    Map<String, String> variables = Map.of("db_password", VALUE);

    List<Credential> credentials =
            List.of(new Credential(false, "digitalocean", Map.of("api_token", VALUE), List.of(), "do-token"));

    @Override
    public Answer answer(Needs needs, String filesDirectory) throws SessionException {
        asked.add(needs);
        if (bug != null) {
            throw bug;
        }
        if (refusal != null) {
            throw new SessionException(refusal);
        }
        return new Answer(
                variables,
                credentials,
                Map.of("key.pem", new byte[] {1}),
                List.of(new SessionRecord.CredentialName(false, "digitalocean", "do-token", "")),
                List.of("Using credential 'do-token' for 'digitalocean'."));
    }

    @Override
    public String mask(String line) {
        return line.replace(VALUE, "****");
    }
}
