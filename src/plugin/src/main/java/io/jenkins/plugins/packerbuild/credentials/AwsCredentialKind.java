package io.jenkins.plugins.packerbuild.credentials;

import com.cloudbees.jenkins.plugins.awscredentials.AmazonWebServicesCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import java.util.Optional;
import org.jenkinsci.plugins.variant.OptionalExtension;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** AWS credentials; the only class that knows the plugin aws-credentials, which need not be there. */
@OptionalExtension(requirePlugins = "aws-credentials")
public final class AwsCredentialKind extends CredentialKind {

    @Override
    public Class<? extends StandardCredentials> type() {
        return AmazonWebServicesCredentials.class;
    }

    @Override
    public Optional<CredentialValue> read(StandardCredentials credential) {
        if (!(credential instanceof AmazonWebServicesCredentials aws)) {
            return Optional.empty();
        }
        AwsCredentials keys = aws.resolveCredentials();
        if (keys == null) {
            throw new IllegalStateException("it has no access key");
        }
        String token = keys instanceof AwsSessionCredentialsIdentity session ? session.sessionToken() : "";
        return Optional.of(new CredentialValue.AwsKeys(keys.accessKeyId(), keys.secretAccessKey(), token));
    }
}
