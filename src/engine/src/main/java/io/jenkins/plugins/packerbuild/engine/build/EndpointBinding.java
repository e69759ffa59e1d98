package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.builder.GivenCredential;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.template.Component;
import io.jenkins.plugins.packerbuild.engine.template.Interpolation;
import io.jenkins.plugins.packerbuild.engine.template.NamedBuild;
import io.jenkins.plugins.packerbuild.engine.template.Variables;
import java.util.Map;

/**
 * Keeps credentials that are values of user variables away from endpoints that a template names and they may not go to:
 * whoever writes a template need not be the one whom the credential was given to. A variable counts also through other
 * variables, and in parts. What runs on the machine is not looked at.
 */
final class EndpointBinding {

    private final Map<String, GivenCredential> credentials;
    private final Variables variables;
    private final Interpolation interpolation;

    /** For these credentials by the names of their variables. */
    EndpointBinding(Map<String, GivenCredential> credentials, Variables variables, Interpolation interpolation) {
        this.credentials = credentials;
        this.variables = variables;
        this.interpolation = interpolation;
    }

    /**
     * Notes a problem for each option that would send one where it may not go.
     *
     * @param endpoint in place of the provider's own; empty for that
     */
    void check(NamedBuild build, String endpoint, ProblemCollector problems) {
        credentials.forEach((variable, credential) -> {
            if (isItsValue(variable, credential) && !credential.allowedAt(endpoint)) {
                build.builder()
                        .showing(variable, interpolation, build)
                        .forEach(showing -> problems.add(problem(showing, build, credential, variable, endpoint)));
            }
        });
    }

    /** Unless somebody has given another value, which beats a credential. */
    private boolean isItsValue(String variable, GivenCredential credential) {
        String value = variables.values().getOrDefault(variable, "");
        return credential
                .field(GivenCredential.VALUE)
                .filter(secret -> !secret.isEmpty() && secret.reveal().equals(value))
                .isPresent();
    }

    private static Problem problem(
            Component.Showing showing, NamedBuild build, GivenCredential credential, String variable, String endpoint) {
        return Problem.of("Could not use the " + credential.source() + " in builder '" + build.name()
                        + "': its option '" + showing.option() + "' would send it, by variable '" + variable + "', to '"
                        + endpoint + "'.")
                .withCure("Allow that endpoint where the credential is given, or remove the endpoint.")
                .at(showing.position());
    }
}
