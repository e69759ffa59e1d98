package io.jenkins.plugins.packerbuild.credentials;

import io.jenkins.plugins.packerbuild.session.SessionSecrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * Which credential is for what, as somebody wrote it. Example: {@code packerCredential(builder: 'digitalocean',
 * credentialsId: 'do-token')}.
 *
 * @param builder a build's name, else a builder type; empty when it is for a variable
 * @param variable a template variable; empty when it is for a builder
 * @param credentialsId its id in Jenkins, or a parameter as in <code>${TOKEN}</code>
 * @param endpoint the base URL that it may be sent to besides the provider's own; empty for none
 */
record CredentialEntry(String builder, String variable, String credentialsId, String endpoint) {

    /** What is wrong with it, in a sentence. */
    Optional<String> problem() {
        if (credentialsId.isEmpty()) {
            return Optional.of("Could not use packerCredential: it has no 'credentialsId'. Write for example "
                    + new CredentialEntry("digitalocean", "", "do-token", "").line() + ".");
        }
        return problemOfTarget()
                .or(this::problemOfEndpoint)
                .map(words -> "Could not use packerCredential '" + credentialsId + "': " + words);
    }

    private Optional<String> problemOfTarget() {
        if (builder.isEmpty() == variable.isEmpty()) {
            String which = builder.isEmpty() ? "neither 'builder' nor 'variable'" : "both 'builder' and 'variable'";
            return Optional.of("it says " + which + ". Write either "
                    + new CredentialEntry("amazon-ebs", "", credentialsId, "").line() + " or "
                    + new CredentialEntry("", "db_password", credentialsId, "").line() + ".");
        }
        return Optional.empty();
    }

    private Optional<String> problemOfEndpoint() {
        return endpoint.isEmpty() ? Optional.empty() : problemOf(endpoint);
    }

    /** What is wrong with an endpoint. */
    static Optional<String> problemOf(String endpoint) {
        try {
            URI uri = new URI(endpoint);
            if (List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null) {
                return Optional.empty();
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        return Optional.of("'" + endpoint + "' is no http or https address. Write one such as"
                + " 'https://api.example.com', or leave the endpoint out.");
    }

    boolean isForVariable() {
        return !variable.isEmpty();
    }

    /** The variable, or the builder. */
    String target() {
        return isForVariable() ? variable : builder;
    }

    /** What it is for, in words. */
    String purpose() {
        return isForVariable() ? "variable '" + variable + "'" : "builder '" + builder + "'";
    }

    boolean isForName(SessionSecrets.Build build) {
        return builder.equals(build.name());
    }

    boolean isForType(SessionSecrets.Build build) {
        return builder.equals(build.type());
    }

    /** As somebody would write it in a pipeline. */
    String line() {
        String target = isForVariable() ? "variable: '" + variable : "builder: '" + builder;
        String where = endpoint.isEmpty() ? "" : ", endpoint: '" + endpoint + "'";
        return "packerCredential(" + target + "', credentialsId: '" + credentialsId + "'" + where + ")";
    }

    List<String> endpoints() {
        return endpoint.isEmpty() ? List.of() : List.of(endpoint);
    }
}
