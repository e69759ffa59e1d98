package io.jenkins.plugins.packerbuild.agent;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.packerbuild.session.EngineSpec;
import io.jenkins.plugins.packerbuild.session.Purpose;
import io.jenkins.plugins.packerbuild.session.SessionListener;
import io.jenkins.plugins.packerbuild.session.SessionSecrets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a step wants to be done.
 *
 * @param place where
 * @param work what
 * @param java with what
 * @param secrets where values come from
 * @param listener who hears of it
 */
public record StartRequest(Place place, Work work, Java java, SessionSecrets secrets, SessionListener listener) {

    /**
     * Where a step runs.
     *
     * @param run the build
     * @param node the agent
     * @param directory the step's current directory: what relative paths are relative to
     * @param environment the whole environment of the step; {@code WORKSPACE} in it bounds relative paths
     * @param sensitive names of variables in it whose values are secrets
     * @param launcher the step's own launcher, perhaps that of a container
     * @param log the build's log
     */
    public record Place(
            Run<?, ?> run,
            Node node,
            FilePath directory,
            EnvVars environment,
            Set<String> sensitive,
            Launcher launcher,
            TaskListener log) {
        /** Copies the set. */
        public Place {
            sensitive = Set.copyOf(sensitive);
        }

        /** Shows nothing of the environment. */
        @Override
        public String toString() {
            return "Place[" + run + ", " + node + "]";
        }
    }

    /**
     * What an engine is to do.
     *
     * @param purpose a build or a validation
     * @param template the template's path as the user gave it
     * @param varFiles paths as the user gave them
     * @param variables names of the variables that the secrets have values of
     * @param selection which builds
     * @param behaviour how
     * @param lease how long the engine goes on without Jenkins
     */
    public record Work(
            Purpose purpose,
            String template,
            List<String> varFiles,
            List<String> variables,
            EngineSpec.Selection selection,
            EngineSpec.Behaviour behaviour,
            Duration lease) {
        /** Copies its lists. */
        public Work {
            varFiles = List.copyOf(varFiles);
            variables = List.copyOf(variables);
        }
    }

    /**
     * Which Java runs the engine.
     *
     * @param home a directory with {@code bin/java}, in the step's container if there is one; empty for the agent's own
     * @param options what the user wants besides the usual ones
     */
    public record Java(String home, List<String> options) {
        /** Copies its list. */
        public Java {
            options = List.copyOf(options);
        }
    }

    EngineSpec spec() {
        return new EngineSpec(
                work.purpose(),
                work.template(),
                place.directory().getRemote(),
                new EngineSpec.Inputs(
                        work.variables(),
                        work.varFiles(),
                        place.sensitive().stream().sorted().toList()),
                work.selection(),
                work.behaviour(),
                work.lease());
    }

    LaunchContext launchContext() {
        return new LaunchContext(place::environment, place::launcher, java.home(), java.options());
    }
}
