package io.jenkins.plugins.packerbuild.engine.builder.amazon;

/**
 * What a call is about, for the sentence that says why it failed.
 *
 * @param verb as in {@code create}
 * @param kind as in {@code security group}
 * @param id its id or name; may be empty
 */
record Subject(String verb, String kind, String id) {}
