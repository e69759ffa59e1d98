package io.jenkins.plugins.packerbuild.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.session.SessionRecord.CredentialName;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Answer;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Credential;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedCredentialsTest {

    private static final CredentialName TOKEN = new CredentialName(false, "web", "do-token", "");

    private final FakeVault job = new FakeVault("job 'images/base'")
            .with("do-token", new CredentialValue.Text("dop_v1_secret"))
            .with("login", new CredentialValue.Login("AKIA2", "password", false))
            .with("ssh", new CredentialValue.SshKey("root", "key", "", false));
    private final FakeVault global =
            new FakeVault("the global configuration").with("do-token", new CredentialValue.Text("dop_v1_global"));
    private final List<CredentialEntry> ofAll = new ArrayList<>();
    private final List<String> known = new ArrayList<>();

    @Test
    void aCleanupGetsWhatTheRecordNames() {
        Answer answer = recorded(Optional.of(job)).answer(List.of(TOKEN, TOKEN), finder(), "/files");

        assertThat(answer.credentials())
                .containsExactly(
                        new Credential(false, "web", Map.of("api_token", "dop_v1_secret"), List.of(), "do-token"));
        assertThat(answer.names()).containsExactly(TOKEN);
        assertThat(known).containsExactly("dop_v1_secret");
    }

    @Test
    void aLoginServesForEachProvider() {
        Answer answer =
                recorded(Optional.of(job)).answer(List.of(new CredentialName(false, "x", "login", "")), finder(), "/f");

        assertThat(answer.credentials().get(0).fields())
                .isEqualTo(Map.of("api_token", "password", "access_key", "AKIA2", "secret_key", "password"));
    }

    @Test
    void aVariableGetsItsValueAndItsEndpoint() {
        CredentialName name = new CredentialName(true, "do_token", "do-token", "http://localhost:1");

        Answer answer = recorded(Optional.of(job)).answer(List.of(name), finder(), "/files");

        assertThat(answer.credentials())
                .containsExactly(new Credential(
                        true, "do_token", Map.of("value", "dop_v1_secret"), List.of("http://localhost:1"), "do-token"));
    }

    @Test
    void anSshKeyIsOfNoUse() {
        Answer answer =
                recorded(Optional.of(job)).answer(List.of(new CredentialName(false, "web", "ssh", "")), finder(), "/f");

        assertThat(answer.credentials()).isEmpty();
        assertThat(answer.files()).isEmpty();
    }

    @Test
    void aListServesWhenTheJobIsGone() {
        ofAll.add(new CredentialEntry("digitalocean", "", "do-token", ""));

        Answer answer = recorded(Optional.empty()).answer(List.of(TOKEN), finder(), "/files");

        assertThat(answer.credentials()).extracting(Credential::target).containsExactly("web");
        assertThat(answer.credentials().get(0).fields()).containsEntry("api_token", "dop_v1_global");
    }

    @Test
    void anIdThatNoListHasIsNotLookedUpThere() {
        Answer answer = recorded(Optional.empty()).answer(List.of(TOKEN), finder(), "/files");

        assertThat(answer.credentials()).isEmpty();
        assertThat(global.asked).isEmpty();
        assertThat(answer.remarks())
                .containsExactly("Could not find credential 'do-token' for 'web' again. What needs it for its removal"
                        + " stays.");
    }

    @Test
    void anEntryWithAnotherEndpointIsAnotherOne() {
        ofAll.add(new CredentialEntry("digitalocean", "", "do-token", "https://other.example.com"));

        assertThat(recorded(Optional.empty())
                        .answer(List.of(TOKEN), finder(), "/files")
                        .credentials())
                .isEmpty();
    }

    @Test
    void oneThatCannotBeReadDoesNotHinderTheOthers() {
        List<CredentialName> names = List.of(new CredentialName(false, "a", "broken", ""), TOKEN);

        Answer answer = recorded(Optional.of(job)).answer(names, finder(), "/files");

        assertThat(answer.credentials()).hasSize(1);
        assertThat(answer.remarks()).containsExactly("Could not read credential 'broken' in job 'images/base'.");
        assertThat(recorded(Optional.of(job)).reveal(names, finder())).hasSize(1);
        assertThat(known).contains("dop_v1_secret");
    }

    private CredentialFinder finder() {
        return new CredentialFinder(value -> known.addAll(value.secrets()));
    }

    private RecordedCredentials recorded(Optional<Vault> own) {
        return new RecordedCredentials(
                own, List.of(new CredentialLevel("the global configuration", false, ofAll, global)));
    }
}
