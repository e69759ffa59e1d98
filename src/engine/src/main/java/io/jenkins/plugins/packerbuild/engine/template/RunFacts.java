package io.jenkins.plugins.packerbuild.engine.template;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * What the functions of a template know of the run. Immutable.
 *
 * @param start what <code>{{timestamp}}</code> and <code>{{isotime}}</code> show, everywhere in the run
 * @param templateDirectory where the template lies, absolute
 * @param workingDirectory where the engine works, absolute
 * @param environment the process environment
 * @param remote where values of {@code vault}, {@code consul_key} and {@code aws_secretsmanager} come from
 */
public record RunFacts(
        Instant start,
        Path templateDirectory,
        Path workingDirectory,
        Map<String, String> environment,
        RemoteValues remote) {

    /** Copies the map. */
    public RunFacts {
        environment = Map.copyOf(environment);
    }

    /** Without values from servers. */
    public RunFacts(Instant start, Path templateDirectory, Path workingDirectory, Map<String, String> environment) {
        this(start, templateDirectory, workingDirectory, environment, RemoteValues.NONE);
    }
}
