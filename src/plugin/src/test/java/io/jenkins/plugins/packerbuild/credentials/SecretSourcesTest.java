package io.jenkins.plugins.packerbuild.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.session.SessionException;
import io.jenkins.plugins.packerbuild.session.SessionRecord.CredentialName;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Answer;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Build;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Credential;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Needs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretSourcesTest {

    private static final Build DROPLET = new Build("web", "digitalocean");
    private static final Build AMI = new Build("base", "amazon-ebs");
    private static final String KEY = "-----BEGIN KEY-----\nabcdefghijklmnop\n-----END KEY-----";

    private final FakeVault job = new FakeVault("job 'images/base'")
            .with("do-token", new CredentialValue.Text("dop_v1_secret"))
            .with("other-token", new CredentialValue.Text("dop_v1_other"))
            .with("do-login", new CredentialValue.Login("me", "dop_v1_password", false))
            .with("aws", new CredentialValue.AwsKeys("AKIA1", "aws-secret", ""))
            .with("aws-session", new CredentialValue.AwsKeys("ASIA1", "aws-secret", "session-token"))
            .with("aws-login", new CredentialValue.Login("AKIA2", "aws-password", true))
            .with("ssh", new CredentialValue.SshKey("root", KEY, "", false))
            .with("file", new CredentialValue.SecretFile("my settings.json", "{}".getBytes(StandardCharsets.UTF_8)))
            .with("cert", new CredentialValue.Other("of the kind 'Certificate'"));
    private final FakeVault folder = new FakeVault("folder 'images'")
            .with("folder-token", new CredentialValue.Text("dop_v1_folder"))
            .with("folder-db", new CredentialValue.Text("db-of-folder"));
    private final FakeVault global = new FakeVault("the global configuration")
            .with("global-token", new CredentialValue.Text("dop_v1_global"))
            .with("global-aws", new CredentialValue.AwsKeys("AKIA3", "global-secret", ""))
            .with("global-db", new CredentialValue.Text("db-of-all"));

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final List<CredentialEntry> ofStep = new ArrayList<>();
    private final List<CredentialEntry> ofFolder = new ArrayList<>();
    private final List<CredentialEntry> ofAll = new ArrayList<>();
    private final List<String> known = new ArrayList<>();

    @Test
    void aSecretTextBecomesTheTokenOfADroplet() throws SessionException {
        ofStep.add(builder("digitalocean", "do-token"));

        Answer answer = answer(DROPLET);

        assertThat(answer.credentials())
                .containsExactly(
                        new Credential(false, "web", Map.of("api_token", "dop_v1_secret"), List.of(), "do-token"));
        assertThat(answer.names()).containsExactly(new CredentialName(false, "web", "do-token", ""));
        assertThat(answer.remarks())
                .containsExactly("Build 'web' gets credential 'do-token' (a secret text) of the step.");
        assertThat(known).containsExactly("dop_v1_secret");
    }

    @Test
    void aPasswordBecomesTheTokenOfADroplet() throws SessionException {
        ofStep.add(builder("digitalocean", "do-login"));

        assertThat(fields(DROPLET)).isEqualTo(Map.of("api_token", "dop_v1_password"));
    }

    @Test
    void awsKeysAndLoginsBecomeTheKeysOfAnAmi() throws SessionException {
        ofStep.add(builder("amazon-ebs", "aws"));
        assertThat(fields(AMI)).isEqualTo(Map.of("access_key", "AKIA1", "secret_key", "aws-secret"));

        ofStep.set(0, builder("amazon-ebs", "aws-session"));
        assertThat(fields(AMI))
                .isEqualTo(Map.of("access_key", "ASIA1", "secret_key", "aws-secret", "token", "session-token"));

        ofStep.set(0, builder("amazon-ebs", "aws-login"));
        assertThat(fields(AMI)).isEqualTo(Map.of("access_key", "AKIA2", "secret_key", "aws-password"));
    }

    @Test
    void theNameOfABuildWinsOverItsType() throws SessionException {
        ofStep.add(builder("digitalocean", "do-token"));
        ofStep.add(builder("web", "other-token"));

        Answer answer = answer(DROPLET, new Build("db", "digitalocean"));

        assertThat(answer.credentials()).extracting(Credential::target).containsExactly("web", "db");
        assertThat(answer.credentials()).extracting(Credential::name).containsExactly("other-token", "do-token");
    }

    @Test
    void theStepWinsOverTheFolderAndTheFolderOverAll() throws SessionException {
        ofAll.add(builder("digitalocean", "global-token"));
        assertThat(name(DROPLET)).isEqualTo("global-token");

        ofFolder.add(builder("digitalocean", "folder-token"));
        assertThat(name(DROPLET)).isEqualTo("folder-token");

        ofStep.add(builder("digitalocean", "do-token"));
        assertThat(name(DROPLET)).isEqualTo("do-token");
    }

    @Test
    void aListIsNotLookedUpWhenTheStepHasAll() throws SessionException {
        ofStep.add(builder("digitalocean", "do-token"));
        ofFolder.add(builder("digitalocean", "unknown"));

        answer(DROPLET);

        assertThat(folder.asked).isEmpty();
    }

    @Test
    void aListServesNoBuildByItsName() throws SessionException {
        ofAll.add(builder("digitalocean", "global-token"));

        Answer answer = answer(new Build("digitalocean", "amazon-ebs"));

        assertThat(answer.credentials()).isEmpty();
        assertThat(global.asked).isEmpty();
    }

    @Test
    void keysInTheEnvironmentWin() throws SessionException {
        environment.put("DIGITALOCEAN_ACCESS_TOKEN", "dop_v1_env");
        ofStep.add(builder("digitalocean", "do-token"));
        ofAll.add(builder("digitalocean", "global-token"));

        Answer answer = answer(DROPLET);

        assertThat(answer.credentials()).isEmpty();
        assertThat(answer.remarks())
                .containsExactly("Build 'web' uses the keys of the environment (DIGITALOCEAN_ACCESS_TOKEN);"
                        + " packerCredential(builder: 'digitalocean', credentialsId: 'do-token') is not used.");
        assertThat(global.asked).isEmpty();
    }

    @Test
    void halfAnAwsKeyInTheEnvironmentIsNone() throws SessionException {
        environment.put("AWS_ACCESS_KEY_ID", "AKIA9");
        environment.put("AWS_SECRET_ACCESS_KEY", "");
        ofAll.add(builder("amazon-ebs", "global-aws"));

        assertThat(name(AMI)).isEqualTo("global-aws");
    }

    @Test
    void aBuildGetsAnSshKeyBesidesItsKeys() throws SessionException {
        ofStep.add(builder("digitalocean", "ssh"));
        ofAll.add(builder("digitalocean", "global-token"));

        Answer answer = answer(DROPLET);

        assertThat(answer.credentials())
                .containsExactly(
                        new Credential(false, "web", Map.of("api_token", "dop_v1_global"), List.of(), "global-token"),
                        new Credential(
                                false,
                                "web",
                                Map.of("ssh_username", "root", "ssh_private_key", KEY + "\n"),
                                List.of(),
                                "ssh"));
        assertThat(answer.files()).isEmpty();
        assertThat(answer.names()).extracting(CredentialName::credentialsId).containsExactly("global-token", "ssh");
    }

    @Test
    void aBuildWithKeysInTheEnvironmentStillGetsItsSshKey() throws SessionException {
        environment.put("DIGITALOCEAN_TOKEN", "dop_v1_env");
        ofStep.add(builder("web", "ssh"));

        Answer answer = answer(DROPLET);

        assertThat(answer.credentials()).extracting(Credential::name).containsExactly("ssh");
    }

    @Test
    void aBuildWithKeysInTheTemplateGetsNoOthers() throws SessionException {
        ofStep.add(builder("digitalocean", "do-token"));
        ofStep.add(builder("digitalocean", "ssh"));
        ofAll.add(builder("digitalocean", "global-token"));

        Answer answer = answer(new Build("web", "digitalocean", false, true));

        assertThat(answer.credentials()).extracting(Credential::name).containsExactly("ssh");
        assertThat(answer.remarks())
                .contains("Build 'web' uses the keys of its template; packerCredential(builder: 'digitalocean',"
                        + " credentialsId: 'do-token') is not used.");
        assertThat(global.asked).isEmpty();
    }

    @Test
    void aBuildWithKeysInTheTemplateIsNotSpokenOfWithoutReason() throws SessionException {
        assertThat(answer(new Build("web", "digitalocean", false, true)).remarks())
                .isEmpty();
    }

    @Test
    void aBuilderWithoutAProviderGetsALogin() throws SessionException {
        ofStep.add(builder("null", "do-login"));
        assertThat(fields(new Build("here", "null", false, true)))
                .isEqualTo(Map.of("ssh_username", "me", "ssh_password", "dop_v1_password"));

        ofStep.set(0, builder("null", "do-token"));
        assertThatThrownBy(() -> answer(new Build("here", "null", false, true)))
                .hasMessageContaining("wanted is an SSH username with private key, or a username with password");
    }

    @Test
    void aListLogsInToNoMachineThatATemplateChooses() throws SessionException {
        ofFolder.add(builder("null", "folder-login"));
        folder.with("folder-login", new CredentialValue.Login("root", "folder-password", false));

        Answer answer = answer(new Build("here", "null", false, true));

        assertThat(answer.credentials()).isEmpty();
        assertThat(folder.asked).isEmpty();
        assertThat(answer.remarks())
                .containsExactly(
                        "packerCredential(builder: 'null', credentialsId: 'folder-login') of folder 'images' is"
                                + " not used for build 'here': its template chooses the machine. Write that line in the step to"
                                + " allow it.");
    }

    @Test
    void aListGivesNoSshKeyToABuildOfACloudEither() throws SessionException {
        ofFolder.add(builder("digitalocean", "folder-ssh"));
        ofFolder.add(builder("digitalocean", "folder-token"));
        folder.with("folder-ssh", new CredentialValue.SshKey("root", KEY, "", false));

        Answer answer = answer(DROPLET);

        assertThat(answer.credentials()).extracting(Credential::name).containsExactly("folder-token");
        assertThat(answer.remarks())
                .contains("packerCredential(builder: 'digitalocean', credentialsId: 'folder-ssh') of folder 'images' is"
                        + " not used for build 'web': its template chooses the machine. Write that line in the step to"
                        + " allow it.");
    }

    @Test
    void aKeyWithAPassphraseIsRefused() {
        job.with("locked", new CredentialValue.SshKey("root", KEY, "open sesame", false));
        ofStep.add(builder("digitalocean", "locked"));

        assertThatThrownBy(() -> answer(DROPLET))
                .hasMessageStartingWith("Could not use credential 'locked' for builder 'digitalocean' in job"
                        + " 'images/base': its key has a passphrase.")
                .hasMessageNotContaining("open sesame");
    }

    @Test
    void eachCredentialIsLookedUpOnce() throws SessionException {
        ofStep.add(builder("digitalocean", "ssh"));
        ofStep.add(builder("digitalocean", "do-token"));

        Answer answer = answer(DROPLET, new Build("db", "digitalocean"));

        assertThat(answer.credentials()).hasSize(4);
        assertThat(job.asked).containsExactly("ssh", "do-token");
    }

    @Test
    void anSshKeyServesABuildWithKeysOfItsOwn() throws SessionException {
        ofStep.add(builder("amazon-ebs", "ssh"));

        Answer answer = answer();

        assertThat(answer.credentials()).extracting(Credential::target).containsExactly("amazon-ebs");
    }

    @Test
    void aCredentialThatNobodyAsksForIsSaid() throws SessionException {
        ofStep.add(builder("digitaloceen", "do-token"));

        assertThat(answer(DROPLET).remarks())
                .contains("packerCredential(builder: 'digitaloceen', credentialsId: 'do-token') is not used: no build"
                        + " that leaves its keys to others has this name or type; these builds ask for one: 'web'"
                        + " (digitalocean).");
    }

    @Test
    void whoGetsNothingIsToldTheLineToWrite() throws SessionException {
        assertThat(answer(DROPLET).remarks())
                .containsExactly("Build 'web' gets no credential from Jenkins. To give it one, write"
                        + " packerCredential(builder: 'digitalocean', credentialsId: 'ID') with the ID of a secret text,"
                        + " or a username with password (the password is the token).");
    }

    @Test
    void anUnknownIdIsOneSentenceWithTheLineToWrite() {
        ofStep.add(builder("digitalocean", "nope"));

        assertThatThrownBy(() -> answer(DROPLET))
                .isInstanceOf(SessionException.class)
                .hasMessage("Could not find credential 'nope' for builder 'digitalocean' in job 'images/base': no"
                        + " credential with this ID may be used there. Write packerCredential(builder: 'digitalocean',"
                        + " credentialsId: 'ID') in the step with the ID of a secret text, or a username with password"
                        + " (the password is the token).");
    }

    @Test
    void anUnknownIdOfAListNamesTheList() {
        ofFolder.add(builder("digitalocean", "nope"));

        assertThatThrownBy(() -> answer(DROPLET))
                .hasMessageContaining("in folder 'images'")
                .hasMessageContaining("Correct the list 'Packer credentials' of folder 'images'");
    }

    @Test
    void theWrongKindIsOneSentenceWithTheKindsThatServe() {
        ofStep.add(builder("base", "do-token"));

        assertThatThrownBy(() -> answer(AMI))
                .hasMessageStartingWith("Could not use credential 'do-token' for builder 'base' in job 'images/base':"
                        + " it is a secret text, but wanted is AWS credentials, or a username with password")
                .hasMessageContaining("packerCredential(builder: 'base', credentialsId: 'ID')")
                .hasMessageNotContaining("dop_v1_secret");
    }

    @Test
    void aKindThatServesNobodyIsNamed() {
        ofStep.add(builder("digitalocean", "cert"));

        assertThatThrownBy(() -> answer(DROPLET)).hasMessageContaining("it is of the kind 'Certificate'");
    }

    @Test
    void anEntryThatCannotBeMeantIsRefused() {
        ofStep.add(new CredentialEntry("digitalocean", "token", "do-token", ""));

        assertThatThrownBy(() -> answer()).hasMessageContaining("it says both 'builder' and 'variable'");
    }

    @Test
    void anEndpointGoesWithItsCredential() throws SessionException {
        ofAll.add(new CredentialEntry("digitalocean", "", "global-token", "http://127.0.0.1:18081"));

        Answer answer = answer(DROPLET);

        assertThat(answer.credentials().get(0).endpoints()).containsExactly("http://127.0.0.1:18081");
        assertThat(answer.names())
                .containsExactly(new CredentialName(false, "web", "global-token", "http://127.0.0.1:18081"));
    }

    @Test
    void variablesGetTextsPasswordsAndPathsOfFiles() throws SessionException {
        ofStep.add(variable("a", "do-token"));
        ofStep.add(variable("b", "do-login"));
        ofStep.add(variable("c", "file"));
        ofStep.add(variable("d", "ssh"));

        Answer answer = answer();

        assertThat(answer.credentials())
                .extracting(credential -> credential.fields().get("value"))
                .containsExactly(
                        "dop_v1_secret",
                        "dop_v1_password",
                        "/agent/files/1-my_settings.json",
                        "/agent/files/2-ssh-key");
        assertThat(answer.credentials()).allMatch(Credential::variable);
        assertThat(answer.files()).containsOnlyKeys("1-my_settings.json", "2-ssh-key");
    }

    @Test
    void awsKeysAreNoValueOfAVariable() {
        ofStep.add(variable("a", "aws"));

        assertThatThrownBy(() -> answer())
                .hasMessageStartingWith(
                        "Could not use credential 'aws' for variable 'a' in job 'images/base': it is AWS"
                                + " credentials, but wanted is a secret text");
    }

    @Test
    void aGivenVariableBeatsItsCredential() throws SessionException {
        variables.put("a", "given");
        ofStep.add(variable("a", "do-token"));

        Answer answer = answer();

        assertThat(answer.variables()).isEqualTo(Map.of("a", "given"));
        assertThat(answer.credentials()).isEmpty();
        assertThat(answer.remarks())
                .containsExactly("packerCredential(variable: 'a', credentialsId: 'do-token') is not used: 'vars' has a"
                        + " value for this variable.");
    }

    @Test
    void listsGiveToVariablesWithoutAValueOnly() throws SessionException {
        ofFolder.add(variable("db_password", "folder-db"));
        ofAll.add(variable("db_password", "global-db"));
        ofAll.add(variable("unasked", "global-db"));

        Answer answer =
                sources().answer(new Needs(List.of(), List.of("db_password", "region")), finder(), "C:\\agent\\files");

        assertThat(answer.credentials())
                .containsExactly(
                        new Credential(true, "db_password", Map.of("value", "db-of-folder"), List.of(), "folder-db"));
        assertThat(global.asked).isEmpty();
    }

    @Test
    void aPathOnWindowsHasItsSeparators() throws SessionException {
        ofStep.add(variable("c", "file"));

        Answer answer = sources().answer(new Needs(List.of(), List.of()), finder(), "C:\\agent\\files");

        assertThat(answer.credentials().get(0).fields()).containsEntry("value", "C:\\agent\\files\\1-my_settings.json");
    }

    @Test
    void sensitiveEnvironmentAndVariablesThatSayItAreSecretFromTheStart() {
        environment.putAll(Map.of("TOKEN", "from-env", "PATH", "/bin", "EMPTY", ""));
        variables.putAll(Map.of("db_password", "from-vars", "token_type", "jwt", "region", "us-east-1"));

        assertThat(sources().secretTexts(Set.of("TOKEN", "EMPTY", "ABSENT")))
                .containsExactlyInAnyOrder("from-env", "from-vars");
    }

    @Test
    void noTextShowsAValue() throws SessionException {
        variables.put("db_password", "from-vars");
        ofStep.add(builder("digitalocean", "do-token"));
        ofStep.add(variable("login", "aws-login"));
        ofStep.add(builder("web", "ssh"));

        Answer answer = answer(DROPLET);

        assertThat(answer + " " + answer.credentials() + answer.remarks() + sources())
                .doesNotContain("dop_v1_secret", "from-vars", "AKIA2", "aws-password", "abcdefghijklmnop");
        assertThat(new FoundCredential(
                                new CredentialLevel("the step", true, ofStep, job),
                                ofStep.get(0),
                                new CredentialValue.Login("AKIA2", "aws-password", true))
                        .toString())
                .doesNotContain("AKIA2", "aws-password");
    }

    private static CredentialEntry builder(String builder, String id) {
        return new CredentialEntry(builder, "", id, "");
    }

    private static CredentialEntry variable(String variable, String id) {
        return new CredentialEntry("", variable, id, "");
    }

    private Map<String, String> fields(Build build) throws SessionException {
        return answer(build).credentials().get(0).fields();
    }

    private String name(Build build) throws SessionException {
        return answer(build).credentials().get(0).name();
    }

    private Answer answer(Build... builds) throws SessionException {
        return sources().answer(new Needs(List.of(builds), List.of()), finder(), "/agent/files");
    }

    private CredentialFinder finder() {
        return new CredentialFinder(value -> known.addAll(value.secrets()));
    }

    private SecretSources sources() {
        return new SecretSources(
                environment,
                variables,
                List.of(
                        new CredentialLevel("the step", true, ofStep, job),
                        new CredentialLevel("folder 'images'", false, ofFolder, folder),
                        new CredentialLevel("the global configuration", false, ofAll, global)));
    }
}
