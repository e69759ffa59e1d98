package io.jenkins.plugins.packerbuild.session;

import io.jenkins.plugins.packerbuild.session.SessionReport.Artifact;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.util.List;

/** What a line of {@code events.jsonl} tells, as far as anybody here wants to know. */
sealed interface EngineEvent {

    /** First of all. */
    record Hello(long protocol, String engineVersion, long pid) implements EngineEvent {}

    /** Secrets are waited for. */
    record Needed(SessionSecrets.Needs needs) implements EngineEvent {}

    /** These builds start. */
    record RunStarted(String runId, List<SessionSecrets.Build> builds) implements EngineEvent {}

    /** A build's turn has come. */
    record BuildStarted(String builder) implements EngineEvent {}

    /**
     * Lines for people.
     *
     * @param builder who speaks, as it came; empty for the whole run
     * @param machine whether a machine says it, not the engine
     */
    record Said(String builder, boolean machine, String text) implements EngineEvent {}

    /** Something to know although it goes on. */
    record Warned(String text) implements EngineEvent {}

    /** A resource in a cloud has changed. */
    record Ledger(Fields line) implements EngineEvent {}

    /** A build is over. */
    record BuildFinished(String builder, Status status, long durationMillis, String error, List<Artifact> artifacts)
            implements EngineEvent {}

    /** All builds are over. */
    record RunFinished(boolean success, boolean cancelled, long durationMillis) implements EngineEvent {}

    /** Something of a later version, or nothing for us. */
    record Other() implements EngineEvent {}
}
