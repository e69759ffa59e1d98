package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.builder.GivenCredential;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.communicator.SshKeyPair;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.secret.SecretSource;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EbsOptionsTest {

    private static final Map<String, String> KEYS_IN_ENVIRONMENT =
            Map.of("AWS_ACCESS_KEY_ID", "ENVKEY", "AWS_SECRET_ACCESS_KEY", "ENVSECRET");

    private static final GivenCredential GIVEN = new GivenCredential(
            Map.of("access_key", Secret.of("GIVENKEY"), "secret_key", Secret.of("GIVENSECRET")),
            List.of("https://ec2.example.com"),
            SecretSource.credential("aws-ci"));

    private static List<String> problems(String json) {
        TestOptions options = TestOptions.of(json);
        new AmazonEbsType().prepare(options.options(), EbsFixture.settings());
        return options.problems();
    }

    private static AwsLogin login(String json, Optional<GivenCredential> given, Map<String, String> environment) {
        TestOptions options = TestOptions.of(json);
        return EbsOptions.read(
                        options.options(),
                        new BuilderSettings("web", false, given.stream().toList(), TestOptions.facts(environment)))
                .access()
                .cloud()
                .login();
    }

    @Test
    void takesATemplateWithTheOptionsThatPeopleUse() {
        assertThat(problems(EbsFixture.template(
                        "\"associate_public_ip_address\": true",
                        "\"ami_description\": \"web {{ .SourceAMI }}\"",
                        "\"iam_instance_profile\": \"builder\"",
                        "\"ssh_pty\": true, \"ssh_timeout\": \"10m\", \"subnet_id\": \"subnet-1\"",
                        "\"ami_users\": [\"123456789012\"], \"security_group_id\": \"sg-1\"",
                        "\"metadata_options\": {\"http_tokens\": \"required\", \"http_put_response_hop_limit\": 1}",
                        "\"launch_block_device_mappings\": [{\"device_name\": \"/dev/sda1\", \"volume_type\": \"gp3\","
                                + " \"volume_size\": 20, \"delete_on_termination\": true}]",
                        "\"aws_polling\": {\"delay_seconds\": 5, \"max_attempts\": 60}",
                        "\"run_tags\": {\"a\": \"b\"}, \"tag\": [{\"key\": \"c\", \"value\": \"d\"}]",
                        "\"custom_endpoint_ec2\": \"\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "reboot, cmVib290",
        "#!/bin/sh, IyEvYmluL3No",
        "IyEvYmluL3No, IyEvYmluL3No",
        "'IyEvYm\nluL3No\n', IyEvYmluL3No"
    })
    void encodesUserDataUnlessItIsBase64Already(String given, String sent) {
        String text = given.replace("\n", "\\n");

        EbsOptions options = EbsOptions.read(
                TestOptions.of(EbsFixture.template("\"user_data\": \"" + text + "\""))
                        .options(),
                EbsFixture.settings());

        assertThat(options.run().machineWithUserData().userData()).contains(Secret.of(sent));
    }

    @Test
    void showsNoSecretWhenPrinted() {
        EbsOptions options = EbsOptions.read(
                TestOptions.of(EbsFixture.template(
                                "\"ssh_password\": \"pw-in-clear\"", "\"user_data\": \"token-in-clear\""))
                        .options(),
                EbsFixture.settings());

        assertThat(options + " " + options.run().machineWithUserData())
                .contains("t3.micro")
                .doesNotContain("SECRET", "AKIA", "pw-in-clear", "token-in-clear");
    }

    @Test
    void namesAllThatAnEmptyBuilderLacks() {
        assertThat(String.join("\n", problems("{}")))
                .contains(
                        "ami_name must be specified.",
                        "An ssh_username must be specified.",
                        "A source_ami or source_ami_filter must be specified.",
                        "For security reasons, your source AMI filter must declare an owner.",
                        "either instance_type or spot_instance_types must be specified.",
                        "region must be specified.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"ami_name\": \"ab\"|between 3 and 128 characters long",
                "\"ami_name\": \"web:1\"|clean_resource_name",
                "\"spot_price\": \"auto\"|Option 'spot_price' of builder 'test' is not there yet.",
                "\"ami_regions\": [\"eu-west-1\"]|Option 'ami_regions' of builder 'test' is not there yet.",
                "\"regoin\": \"x\"|Did you mean 'region'?",
                "\"custom_endpoint_ec2\": \"localhost:1\"|custom_endpoint_ec2 must be a URL",
                "\"security_group_id\": \"a\", \"security_group_ids\": [\"b\"]|Only one of security_group_id",
                "\"shutdown_behavior\": \"sleep\"|shutdown_behavior only accepts 'stop' or 'terminate'",
                "\"temporary_security_group_source_cidrs\": [\"10.0.0.0\"]|invalid CIDR address: 10.0.0.0",
                "\"user_data_file\": \"/no/such/file\"|user_data_file not found: /no/such/file",
                "\"ssh_keypair_name\": \"mine\"|ssh_private_key_file must be provided",
                "\"ssh_interface\": \"session_manager\"|ssh_interface 'session_manager' is not there yet.",
                "\"metadata_options\": {\"http_tokens\": \"always\"}|http_tokens must be 'optional' or 'required'",
                "\"ami_block_device_mappings\": [{\"volume_type\": \"gp2\", \"iops\": 200}]|iops may not be set",
                "\"ami_block_device_mappings\": [{\"volume_size\": 1}]|The `device_name` must be specified"
            })
    void refusesWhatCannotWork(String option, String words) {
        String key = option.split("\"")[1];
        String template = EbsFixture.template().replaceAll("\"" + key + "\": \"[^\"]*\",", "");

        assertThat(problems(template.replaceFirst("\\{", "{" + option + ",")))
                .anySatisfy(problem -> assertThat(problem).contains(words));
    }

    @Test
    void wantsBothKeysOrNone() {
        assertThat(problems(EbsFixture.template().replace("\"SECRET\"", "\"\"")))
                .singleElement()
                .asString()
                .contains("`access_key` and `secret_key` must both be either set or not set");
    }

    @Test
    void takesTheTemplatesKeysFirst() {
        AwsLogin login = login(EbsFixture.template(), Optional.of(GIVEN), KEYS_IN_ENVIRONMENT);

        assertThat(login.source()).isEqualTo("template");
        assertThat(login.secrets()).containsExactly(Secret.of("AKIA"), Secret.of("SECRET"));
    }

    @Test
    void takesTheEnvironmentsKeysBeforeThoseThatWereGiven() {
        AwsLogin login = login("{\"access_key\": \"\"}", Optional.of(GIVEN), KEYS_IN_ENVIRONMENT);

        assertThat(login.source()).isEqualTo("environment AWS_ACCESS_KEY_ID");
        assertThat(login.secrets()).contains(Secret.of("ENVSECRET"));
    }

    @Test
    void takesTheGivenKeysBeforeTheRestOfTheChain() {
        assertThat(login("{}", Optional.of(GIVEN), Map.of()).source()).isEqualTo("credential aws-ci");
        assertThat(login("{}", Optional.empty(), Map.of()).source()).isEqualTo("sdk chain");
        assertThat(login("{\"profile\": \"ci\"}", Optional.of(GIVEN), KEYS_IN_ENVIRONMENT))
                .isEqualTo(new AwsLogin.Chain(Optional.of("ci")))
                .isEqualTo(AwsLogin.Chain.parse("sdk chain, profile ci"));
    }

    @Test
    void takesALoginForTheMachineForNoKeyOfTheProvider() {
        String key = SshKeyPair.generate("x").privateKey().reveal();
        GivenCredential login = new GivenCredential(
                Map.of("ssh_username", Secret.of("ci"), "ssh_private_key", Secret.of(key)),
                List.of(),
                SecretSource.credential("web-login"));
        TestOptions options = TestOptions.of(EbsFixture.template());

        EbsOptions read = EbsOptions.read(
                options.options(), new BuilderSettings("web", false, List.of(login), TestOptions.FACTS));

        assertThat(login("{}", Optional.of(login), Map.of()).source()).isEqualTo("sdk chain");
        assertThat(read.connect().needsTemporaryKey()).isFalse();
        assertThat(read.connect().settings().login().username()).isEqualTo("ubuntu");
        assertThat(options.problems()).isEmpty();
    }

    @Test
    void complainsOfACredentialWithoutKeys() {
        GivenCredential half =
                new GivenCredential(Map.of("secret_key", Secret.of("s")), List.of(), SecretSource.credential("half"));
        TestOptions options = TestOptions.of("{}");

        EbsOptions.read(options.options(), new BuilderSettings("web", false, List.of(half), TestOptions.FACTS));

        assertThat(options.problems())
                .anyMatch(problem -> problem.contains("The credential half has no access_key and secret_key."));
    }

    @Test
    void sendsAGivenCredentialOnlyWhereItMayGo() {
        assertThat(endpointProblems("https://ec2.example.com/")).isEmpty();
        assertThat(endpointProblems("https://evil.example.com"))
                .singleElement()
                .asString()
                .contains("The credential aws-ci may not be sent to 'https://evil.example.com'.");
    }

    private static List<String> endpointProblems(String endpoint) {
        TestOptions options = TestOptions.of(EbsFixture.template("\"custom_endpoint_ec2\": \"" + endpoint + "\"")
                .replace("\"AKIA\"", "\"\"")
                .replace("\"SECRET\"", "\"\""));
        new AmazonEbsType()
                .prepare(options.options(), new BuilderSettings("web", false, List.of(GIVEN), TestOptions.FACTS));
        return options.problems();
    }

    @Test
    void wantsACredentialOnlyWhenTheTemplateHasNone() {
        AmazonEbsType type = new AmazonEbsType();

        assertThat(type.wantsCredential(TestOptions.of("{\"access_key\": \"\"}").options()))
                .isTrue();
        assertThat(type.wantsCredential(TestOptions.of(EbsFixture.template()).options()))
                .isFalse();
        assertThat(type.wantsCredential(TestOptions.of("{\"profile\": \"ci\"}").options()))
                .isFalse();
    }

    @Test
    void hasNoMachineToProvisionWithoutACommunicator() {
        EbsFixture build = new EbsFixture();

        assertThat(build.prepare(EbsFixture.template()).hasMachine()).isTrue();
        assertThat(build.prepare(EbsFixture.template("\"communicator\": \"none\""))
                        .hasMachine())
                .isFalse();
    }

    @Test
    void tellsTheRedactorAllItsSecrets() {
        TestOptions options = TestOptions.of(EbsFixture.template("\"token\": \"TOK\", \"ssh_password\": \"pass\""));
        ImageBuilder builder = new AmazonEbsType().prepare(options.options(), EbsFixture.settings());

        assertThat(builder.secrets())
                .containsExactly(Secret.of("AKIA"), Secret.of("SECRET"), Secret.of("TOK"), Secret.of("pass"));
    }
}
