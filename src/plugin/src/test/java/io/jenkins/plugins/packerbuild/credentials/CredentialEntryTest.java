package io.jenkins.plugins.packerbuild.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialEntryTest {

    @Test
    void writesItselfAsInAPipeline() {
        assertThat(new CredentialEntry("digitalocean", "", "do-token", "").line())
                .isEqualTo("packerCredential(builder: 'digitalocean', credentialsId: 'do-token')");
        assertThat(new CredentialEntry("", "db", "db-password", "http://localhost:1").line())
                .isEqualTo("packerCredential(variable: 'db', credentialsId: 'db-password',"
                        + " endpoint: 'http://localhost:1')");
    }

    @Test
    void needsAnId() {
        assertThat(new CredentialEntry("amazon-ebs", "", "", "").problem())
                .hasValue("Could not use packerCredential: it has no 'credentialsId'. Write for example"
                        + " packerCredential(builder: 'digitalocean', credentialsId: 'do-token').");
    }

    @Test
    void isEitherForABuilderOrForAVariable() {
        assertThat(new CredentialEntry("", "", "aws", "").problem())
                .hasValue("Could not use packerCredential 'aws': it says neither 'builder' nor 'variable'. Write either"
                        + " packerCredential(builder: 'amazon-ebs', credentialsId: 'aws') or"
                        + " packerCredential(variable: 'db_password', credentialsId: 'aws').");
        assertThat(new CredentialEntry("amazon-ebs", "db", "aws", "").problem())
                .hasValueSatisfying(words -> assertThat(words).contains("both 'builder' and 'variable'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:18081", "https://ec2.example.com", "https://[::1]:8443/path"})
    void anAddressIsAnEndpoint(String endpoint) {
        assertThat(new CredentialEntry("amazon-ebs", "", "aws", endpoint).problem())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "ftp://example.com", "https://", "http://a b", "file:///etc/passwd"})
    void anythingElseIsNone(String endpoint) {
        assertThat(new CredentialEntry("amazon-ebs", "", "aws", endpoint).problem())
                .hasValueSatisfying(
                        words -> assertThat(words).contains("'" + endpoint + "' is no http or https address"));
    }
}
