package io.jenkins.plugins.packerbuild.agent;

import hudson.EnvVars;
import hudson.Launcher;
import java.io.IOException;
import java.util.List;

/**
 * With what an engine is started. The sources are asked only when it is started, on a thread that may wait: after a
 * restart of the controller most sessions run already.
 *
 * @param environment the whole environment of the step
 * @param launcher the step's own launcher, perhaps that of a container; used only with a Java of the user's choice
 * @param javaHome a directory with {@code bin/java}; empty for the agent's own Java
 * @param jvmOptions what the user wants besides the usual ones
 */
public record LaunchContext(
        Source<EnvVars> environment, Source<Launcher> launcher, String javaHome, List<String> jvmOptions) {

    /** Copies its list. */
    public LaunchContext {
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** Something that may not be there yet. */
    @FunctionalInterface
    public interface Source<T> {
        /** Gets it. May take seconds, and fails when the agent is away. */
        T get() throws IOException, InterruptedException;
    }
}
