package io.jenkins.plugins.packerbuild.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableSecrecyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "us-east-1",
                "us-gov-west-1a",
                "nyc3",
                "t3.micro",
                "u-6tb1.metal",
                "s-1vcpu-1gb",
                "ubuntu-24-04-x64",
                "ami-0123456789abcdef0",
                "099720109477",
                "10.0.0.0/16",
                "http://127.0.0.1:18080",
                "22",
                "true",
                "ubuntu"
            })
    void showsValuesOfAFormThatOnlyPublicThingsHave(String value) {
        assertThat(VariableSecrecy.isSecret("some", value, Set.of())).isFalse();
        assertThat(VariableSecrecy.isSecretWhenGiven("some", value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-server", "packer-example {{timestamp}}", "scripts/install_redis.sh", "Production"})
    void showsReadableWordsOfTheCommandLineButNotOfASecretsFile(String value) {
        assertThat(VariableSecrecy.isSecret("some", value, Set.of())).isFalse();
        assertThat(VariableSecrecy.isSecretWhenGiven("some", value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "AKIAIOSFODNN7EXAMPLE",
                "dop_v1_64b32f0a9c8e7d6f5a4b3c2d1e0f9a8b",
                "p4ssw0rd!",
                "supersecret",
                "https://user:pass@host/",
                "https://hooks.slack.com/services/T0/B0/XyZ123abc",
                "line one\nline two"
            })
    void hidesEverythingElse(String value) {
        assertThat(VariableSecrecy.isSecret("some", value, Set.of())).isTrue();
        assertThat(VariableSecrecy.isSecretWhenGiven("some", value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db_password",
                "aws_secret_key",
                "aws_access_key",
                "API_TOKEN",
                "key",
                "apiKey",
                "ssh_private_key"
            })
    void hidesValuesOfVariablesWhoseNameSaysSo(String name) {
        assertThat(VariableSecrecy.isSecret(name, "plain", Set.of())).isTrue();
        assertThat(VariableSecrecy.isSecretWhenGiven(name, "us-east-1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "monkey", "keyboard", "bypass", "author", "ssh_keypair_name", "passenger"})
    void showsValuesOfVariablesWhoseNameOnlyContainsSuchAWord(String name) {
        assertThat(VariableSecrecy.isSecret(name, "plain", Set.of())).isFalse();
    }

    @Test
    void hidesSensitiveVariablesOfTheTemplate() {
        assertThat(VariableSecrecy.isSecret("region", "us-east-1", Set.of("region")))
                .isTrue();
    }

    @Test
    @Timeout(20)
    void decidesOnManyWordsInNoTimeWorthMentioning() {
        String words = "a-".repeat(20_000);

        assertThat(VariableSecrecy.isSecret("some", words + "z", Set.of())).isFalse();
        assertThat(VariableSecrecy.isSecret("some", words + "!", Set.of())).isTrue();
        assertThat(VariableSecrecy.isSecretWhenGiven("some", "aa" + "-b".repeat(20_000) + "-!"))
                .isTrue();
    }
}
