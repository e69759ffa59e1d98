package io.jenkins.plugins.packerbuild.session;

/**
 * What a session works with.
 *
 * @param host the agent
 * @param secrets credentials and masking
 * @param listener the build's log and its action
 * @param registry what the controller remembers of all sessions
 * @param folder what is kept of this one in the build's directory
 * @param ticker time
 */
public record SessionPorts(
        SessionHost host,
        SessionSecrets secrets,
        SessionListener listener,
        Registry registry,
        RunFolder folder,
        Ticker ticker) {}
