package io.jenkins.plugins.packerbuild.session;

import java.time.Duration;
import java.util.List;

/**
 * What an engine is to do, without any value of a variable: the content of {@code spec.json}.
 *
 * @param purpose what for; never {@link Purpose#CLEANUP}, which needs no spec
 * @param template the path as the user gave it, relative to the working directory or absolute
 * @param workingDirectory absolute, on the agent: what relative paths are relative to
 * @param inputs where values of variables come from
 * @param selection which builds run
 * @param behaviour how they run
 * @param lease how long nobody may renew the lease before the engine cancels itself
 */
public record EngineSpec(
        Purpose purpose,
        String template,
        String workingDirectory,
        Inputs inputs,
        Selection selection,
        Behaviour behaviour,
        Duration lease) {

    /**
     * Where values of variables come from.
     *
     * @param variables names of the variables whose values will be in {@code secrets.json}
     * @param varFiles paths as the user gave them, the later ones beat the earlier ones
     * @param sensitiveEnvironment names of variables of the engine's environment whose values are secrets
     */
    public record Inputs(List<String> variables, List<String> varFiles, List<String> sensitiveEnvironment) {
        /** Copies its lists. */
        public Inputs {
            variables = List.copyOf(variables);
            varFiles = List.copyOf(varFiles);
            sensitiveEnvironment = List.copyOf(sensitiveEnvironment);
        }
    }

    /**
     * Which builds run, by name.
     *
     * @param only these; empty for all
     * @param except not these
     */
    public record Selection(List<String> only, List<String> except) {
        /** Copies its lists. */
        public Selection {
            only = List.copyOf(only);
            except = List.copyOf(except);
        }
    }

    /**
     * How builds run.
     *
     * @param onError {@code cleanup} or {@code abort}
     * @param force {@code -force}
     * @param failFast whether the first failure cancels the other builds
     * @param parallelBuilds how many run at once; 0 for no limit
     */
    public record Behaviour(String onError, boolean force, boolean failFast, int parallelBuilds) {}
}
