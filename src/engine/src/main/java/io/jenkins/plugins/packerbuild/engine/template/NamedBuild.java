package io.jenkins.plugins.packerbuild.engine.template;

/**
 * A builder with its rendered name: one build of a run.
 *
 * @param name rendered
 * @param builder as it is written
 */
public record NamedBuild(String name, Component builder) {}
