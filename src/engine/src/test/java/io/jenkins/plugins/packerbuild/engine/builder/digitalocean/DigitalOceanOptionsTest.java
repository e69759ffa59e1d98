package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.builder.GivenCredential;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.secret.SecretSource;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalOceanOptionsTest {

    private static final String REQUIRED = "'region':'nyc3','size':'s','image':'i','ssh_username':'root'";

    @Test
    void hasPackersDefaults() {
        DigitalOceanOptions options =
                DigitalOceanOptions.read(DigitalOceanBench.options("").options(), settings(Map.of(), Optional.empty()));

        assertThat(options.limits())
                .isEqualTo(new Limits(Duration.ofMinutes(6), Duration.ofMinutes(60), Duration.ofMinutes(30)));
        assertThat(options.calling().retries()).isEqualTo(RetryOptions.USUAL);
        assertThat(options.calling().access().credentialSource()).isEqualTo("api_token=template");
    }

    @Test
    void reportsEveryMissingOptionAtOnce() {
        TestOptions options = TestOptions.of("{}");

        prepare(options, settings(Map.of(), Optional.empty()));

        assertThat(options.problems())
                .anyMatch(it -> it.contains("'region'") && it.contains("required"))
                .anyMatch(it -> it.contains("'size'") && it.contains("required"))
                .anyMatch(it -> it.contains("'image'") && it.contains("required"))
                .anyMatch(it -> it.contains("api_token for auth must be specified"))
                .anyMatch(it -> it.contains("ssh_username"));
    }

    @ParameterizedTest
    @CsvSource({
        "client_id,api_token",
        "api_key,api_token",
        "region_id,region",
        "size_id,size",
        "image_id,image",
        "event_delay,Remove"
    })
    void namesEachOptionOf2013AsRetired(String key, String cure) {
        TestOptions options = options("'" + key + "':'1'");

        prepare(options, settings(Map.of("DIGITALOCEAN_TOKEN", "t"), Optional.empty()));

        assertThat(options.problems())
                .hasSize(1)
                .first()
                .asString()
                .contains("Unknown configuration key: '\"" + key + "\"'. It is retired")
                .contains(cure);
    }

    @Test
    void tellsTodaysSlugOfANumberOf2013() {
        TestOptions options = TestOptions.of("{\"region_id\": 1, \"size_id\": \"66\", \"image_id\": 284203}");

        prepare(options, settings(Map.of(), Optional.empty()));

        assertThat(options.problems())
                .anyMatch(it -> it.contains("\"region\": \"nyc1\": region_id 1 was nyc1."))
                .anyMatch(it -> it.contains("\"size\": \"s-1vcpu-512mb-10gb\": size_id 66 was 512mb for $5"))
                .noneMatch(it -> it.contains("'region' of") && it.contains("required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'tags':['a b']|invalid tag: a b",
                "'snapshot_tags':['é']|invalid tag: é",
                "'droplet_name':'a_b'|no droplet name 'a_b'",
                "'vpc_uuid':'x'|private networking should be enabled to use vpc_uuid",
                "'connect_with_private_ip':true|private networking should be enabled to use connect_with_private_ip",
                "'user_data':'a','user_data_file':'b'|only one of user_data or user_data_file",
                "'user_data_file':'/nonexistent/x'|user_data_file not found",
                "'ssh_key_id':5|not there yet",
                "'http_retry_max':-1|Give 0 or more",
                "'api_url':'ftp://x'|no http or https address",
                "'regoin':'x'|regoin"
            })
    void refusesWhatCannotWork(String more, String words) {
        TestOptions options = options(more);

        prepare(options, settings(Map.of("DIGITALOCEAN_TOKEN", "t"), Optional.empty()));

        assertThat(options.problems()).hasSize(1).first().asString().contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DIGITALOCEAN_TOKEN", "DIGITALOCEAN_ACCESS_TOKEN", "DIGITALOCEAN_API_TOKEN"})
    void takesTheTokenFromTheEnvironment(String variable) {
        AccessOptions access =
                AccessOptions.read(options("").options(), settings(Map.of(variable, "t0ken"), Optional.empty()));

        assertThat(access.token()).isEqualTo(Secret.of("t0ken"));
        assertThat(access.credentialSource()).isEqualTo("api_token=environment " + variable);
    }

    @Test
    void takesTheGivenCredentialLast() {
        AccessOptions access =
                AccessOptions.read(options("").options(), settings(Map.of(), Optional.of(credential(List.of()))));

        assertThat(access.token()).isEqualTo(Secret.of("given"));
        assertThat(access.credentialSource()).isEqualTo("api_token=credential do-token");
    }

    @Test
    void sendsTheGivenCredentialOnlyWhereItMayGo() {
        String elsewhere = "'api_url':'https://example.org'";
        TestOptions refused = options(elsewhere);
        TestOptions allowed = options(elsewhere);

        prepare(refused, settings(Map.of(), Optional.of(credential(List.of()))));
        prepare(allowed, settings(Map.of(), Optional.of(credential(List.of("https://example.org")))));

        assertThat(refused.problems())
                .hasSize(1)
                .first()
                .asString()
                .contains("credential do-token must not be sent to 'https://example.org'");
        assertThat(allowed.problems()).isEmpty();
    }

    @Test
    void wantsACredentialWhereTheTemplateHasNoToken() {
        DigitalOceanType type = new DigitalOceanType();

        assertThat(type.wantsCredential(options("").options())).isTrue();
        assertThat(type.wantsCredential(options("'api_token':'x'").options())).isFalse();
    }

    @Test
    void takesEachFieldFromTheFirstCredentialThatHasIt() {
        GivenCredential login = new GivenCredential(
                Map.of("ssh_username", Secret.of("ci"), "ssh_password", Secret.of("pw")),
                List.of(),
                SecretSource.credential("web-login"));
        GivenCredential later = new GivenCredential(
                Map.of("ssh_username", Secret.of("late"), "api_token", Secret.of("late")),
                List.of(),
                SecretSource.credential("late"));
        List<GivenCredential> credentials = List.of(login, credential(List.of()), later);
        TestOptions options =
                TestOptions.of(("{" + REQUIRED + "}").replace('\'', '"').replace("ssh_username", "comments"));

        DigitalOceanOptions read = DigitalOceanOptions.read(
                options.options(), new BuilderSettings("web", false, credentials, TestOptions.FACTS));

        assertThat(read.calling().access().token()).isEqualTo(Secret.of("given"));
        assertThat(read.machine().communicator().login().username()).isEqualTo("ci");
        assertThat(read.machine().communicator().login().password()).contains(Secret.of("pw"));
    }

    @Test
    void sendsAGivenPasswordOnlyToMachinesWhereItMayGo() {
        GivenCredential login = new GivenCredential(
                Map.of("ssh_password", Secret.of("pw")), List.of(), SecretSource.credential("web-login"));
        TestOptions options = options("'api_token':'t','api_url':'https://example.org'");

        prepare(options, settings(Map.of(), Optional.of(login)));

        assertThat(options.problems())
                .singleElement()
                .asString()
                .contains("credential web-login may not be sent to machines of 'https://example.org'");
    }

    @Test
    void wantsALoginWhereTheTemplateHasNone() {
        DigitalOceanType type = new DigitalOceanType();

        assertThat(type.wantsLogin(options("").options())).isTrue();
        assertThat(type.wantsLogin(options("'ssh_password':'x'").options())).isFalse();
        assertThat(type.wantsLogin(options("'communicator':'none'").options())).isFalse();
    }

    @Test
    void tellsItsSecrets() {
        TestOptions options = options("'api_token':'t','ssh_password':'p'");

        assertThat(new DigitalOceanType()
                        .prepare(options.options(), settings(Map.of(), Optional.empty()))
                        .secrets())
                .containsExactly(Secret.of("t"), Secret.of("p"));
    }

    @Test
    void warnsOfATokenInClearText() {
        TestOptions far = options("'api_token':'t','api_url':'http://example.org'");
        TestOptions near = options("'api_token':'t','api_url':'http://127.0.0.1:18081'");

        prepare(far, settings(Map.of(), Optional.empty()));
        prepare(near, settings(Map.of(), Optional.empty()));

        assertThat(far.warnings()).hasSize(1).first().asString().contains("without encryption");
        assertThat(near.warnings()).isEmpty();
    }

    private static GivenCredential credential(List<String> endpoints) {
        return new GivenCredential(
                Map.of("api_token", Secret.of("given")), endpoints, SecretSource.credential("do-token"));
    }

    private static TestOptions options(String more) {
        String json = "{" + REQUIRED + (more.isEmpty() ? "" : "," + more) + "}";
        return TestOptions.of(json.replace('\'', '"'));
    }

    private static void prepare(TestOptions options, BuilderSettings settings) {
        assertThat(new DigitalOceanType().prepare(options.options(), settings)).isNotNull();
    }

    private static BuilderSettings settings(Map<String, String> environment, Optional<GivenCredential> credential) {
        return new BuilderSettings("web", false, credential.stream().toList(), TestOptions.facts(environment));
    }

    @Test
    void showsNoSecretWhenPrinted() {
        TestOptions options = DigitalOceanBench.options("'ssh_password':'pw-in-clear','user_data':'token-in-clear'");

        DigitalOceanOptions read = DigitalOceanOptions.read(
                options.options(), new BuilderSettings("web", false, List.of(), TestOptions.FACTS));

        assertThat("" + read).contains("s-1vcpu-1gb").doesNotContain("=secret", "pw-in-clear", "token-in-clear");
    }
}
