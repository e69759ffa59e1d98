package io.jenkins.plugins.packerbuild.agent;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.packerbuild.session.SessionListener;
import io.jenkins.plugins.packerbuild.session.SessionSecrets;

/**
 * With what a session goes on after a restart of the controller.
 *
 * @param run its build
 * @param log the build's log
 * @param launch for the case that the engine was not yet started
 * @param secrets where values come from
 * @param listener who hears of it
 */
public record ResumeContext(
        Run<?, ?> run, TaskListener log, LaunchContext launch, SessionSecrets secrets, SessionListener listener) {}
