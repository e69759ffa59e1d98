package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetiredKeysTest {

    private static final SourcePosition HERE = new SourcePosition("t.json", 1, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "shutdown_behaviour|stop|Write \"shutdown_behavior\": \"stop\". 'packer-build fix' does it.",
                "ssh_private_ip|true|Write \"ssh_interface\": \"private_ip\". 'packer-build fix' does it.",
                "ssh_private_ip|false|Write \"ssh_interface\": \"public_ip\". 'packer-build fix' does it.",
                "temporary_security_group_source_cidr|a|Write \"temporary_security_group_source_cidrs\": [\"a\"]."
                        + " 'packer-build fix' does it.",
                "ssh_key_path|k|Write \"ssh_private_key_file\": \"k\". 'packer-build fix' does it.",
                "iso_md5|x|Remove it: it belongs to builders of virtual machines on this computer."
            })
    void namesTodaysKeyAndValue(String key, String value, String cure) {
        assertThat(RetiredKeys.of(Component.Kind.BUILDER, "amazon-ebs").problem(member(key, value), "builder 'a'"))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.message())
                            .isEqualTo("Deprecated configuration key: '" + key + "' in builder 'a'.");
                    assertThat(problem.cure()).isEqualTo(cure);
                    assertThat(problem.position()).isEqualTo(HERE);
                });
    }

    @Test
    void callsItUnknownWherePackerDoes() {
        assertThat(RetiredKeys.of(Component.Kind.BUILDER, "file").problem(member("ssh_key_path", "k"), "builder 'f'"))
                .hasValueSatisfying(problem -> assertThat(problem.message())
                        .isEqualTo("Unknown configuration key: '\"ssh_key_path\"' in builder 'f'."));
    }

    @Test
    void saysNothingOfWhatNeverWas() {
        assertThat(RetiredKeys.of(Component.Kind.BUILDER, "null").problem(member("shutdown_behaviour", "x"), "b"))
                .isEmpty();
        assertThat(RetiredKeys.of(Component.Kind.PROVISIONER, "shell").problem(member("iso_md5", "x"), "p"))
                .isEmpty();
    }

    private static JsonValue.Member member(String key, String value) {
        return new JsonValue.Member(key, HERE, new JsonValue.Text(value, HERE));
    }
}
