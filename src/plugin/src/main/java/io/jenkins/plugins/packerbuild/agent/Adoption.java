package io.jenkins.plugins.packerbuild.agent;

import io.jenkins.plugins.packerbuild.session.RunFolder;
import io.jenkins.plugins.packerbuild.session.SessionListener;
import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import io.jenkins.plugins.packerbuild.session.SessionSecrets;
import java.util.function.Consumer;

/**
 * With what a session is led to its end whose build is over.
 *
 * @param secrets where values come from
 * @param listener who hears of it
 * @param folder what is kept of it
 * @param ended hears the outcome once, on a thread of the pump; not while Jenkins goes down
 */
public record Adoption(
        SessionSecrets secrets, SessionListener listener, RunFolder folder, Consumer<SessionOutcome> ended) {}
