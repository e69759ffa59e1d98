package io.jenkins.plugins.packerbuild.session;

import java.util.List;

/**
 * What the controller remembers of a session, so that it finds it again after a restart, a crash or the loss of the agent.
 * No secret is in it. Example: session {@code 3f…} of {@code images/base#12} on {@code linux-1}.
 *
 * @param id a UUID
 * @param run the externalizable id of the Jenkins build, as in {@code images/base#12}
 * @param node the agent's name; empty for the built-in node
 * @param directory the session directory, absolute, on that agent
 * @param purpose what the engine was started for
 * @param template the template's path, for messages
 * @param phase how far it is
 * @param credentials which credentials it was given, by name
 */
public record SessionRecord(
        String id,
        String run,
        String node,
        String directory,
        Purpose purpose,
        String template,
        Phase phase,
        List<CredentialName> credentials) {

    /** Copies its list. */
    public SessionRecord {
        credentials = List.copyOf(credentials);
    }

    /**
     * A credential by name: enough to find it again for a cleanup.
     *
     * @param variable whether the target is a template variable; otherwise it is a build's name or a builder type
     * @param target which one
     * @param credentialsId its id in Jenkins
     * @param endpoint the endpoint that it may go to besides the provider's own; empty for none
     */
    public record CredentialName(boolean variable, String target, String credentialsId, String endpoint) {}

    /** The same, further on. */
    public SessionRecord withPhase(Phase next) {
        return new SessionRecord(id, run, node, directory, purpose, template, next, credentials);
    }

    /** The same with other credentials. */
    public SessionRecord withCredentials(List<CredentialName> names) {
        return new SessionRecord(id, run, node, directory, purpose, template, phase, names);
    }

    /** The same in another directory, perhaps on another agent. */
    public SessionRecord withPlace(String otherNode, String otherDirectory) {
        return new SessionRecord(id, run, otherNode, otherDirectory, purpose, template, phase, credentials);
    }
}
