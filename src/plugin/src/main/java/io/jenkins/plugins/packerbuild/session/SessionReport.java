package io.jenkins.plugins.packerbuild.session;

import java.util.List;
import java.util.Locale;

/**
 * What is known of a session, during it and after it. Without secrets. Everything in it may come from an agent that lies:
 * sizes are clamped, texts are not escaped.
 *
 * @param id the session's id
 * @param runId the engine's own id of its run; empty before it is known
 * @param template the template's path as given
 * @param status how far it is, or what came of it
 * @param durationMillis how long the builds took; 0 while they run
 * @param builders in the order of their names
 * @param artifacts by builder and region; also of builds that failed in a post-processor, which their status says
 * @param leftovers what is still in a cloud
 * @param errors sentences
 * @param problems of the template
 */
public record SessionReport(
        String id,
        String runId,
        String template,
        Status status,
        long durationMillis,
        List<Builder> builders,
        List<Artifact> artifacts,
        List<Leftover> leftovers,
        List<String> errors,
        List<Problem> problems) {

    /** Copies its lists. */
    public SessionReport {
        builders = List.copyOf(builders);
        artifacts = List.copyOf(artifacts);
        leftovers = List.copyOf(leftovers);
        errors = List.copyOf(errors);
        problems = List.copyOf(problems);
    }

    /** How far a session or a builder is, or what came of it. */
    public enum Status {
        /** Its turn has not come. */
        WAITING,
        /** It runs. */
        RUNNING,
        /** All went well. */
        SUCCEEDED,
        /** Something failed. */
        FAILED,
        /** It was stopped. */
        CANCELLED;

        /** As in JSON and in step results: {@code succeeded}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One build of the template.
     *
     * @param index its place in the list, from 0: the key of its log
     * @param name its name, unique
     * @param type its builder's type
     * @param durationMillis how long it took; 0 while it runs
     * @param error empty unless it failed
     * @param logBytes how much its log has
     */
    public record Builder(
            int index, String name, String type, Status status, long durationMillis, String error, long logBytes) {}

    /**
     * One image, or the files of one build.
     *
     * @param id the provider's id, as in {@code ami-0abc} or {@code 9001}
     * @param region where it is; empty for files
     * @param regions all regions of it
     * @param type the builder's type
     * @param builder the build's name
     * @param description a sentence or several lines
     * @param files paths on the agent
     * @param packerId Packer's form of the id, as in {@code us-east-1:ami-0abc}
     * @param builderId Packer's id of the builder, as in {@code mitchellh.amazonebs}
     * @param status what came of the build: one that is not succeeded has failed, or was stopped, in a post-processor
     */
    public record Artifact(
            String id,
            String region,
            List<String> regions,
            String type,
            String builder,
            String description,
            List<String> files,
            String packerId,
            String builderId,
            Status status) {

        /** Whether all went well that was to be done with it. */
        public boolean isComplete() {
            return status == Status.SUCCEEDED;
        }

        /** Copies its lists. */
        public Artifact {
            regions = List.copyOf(regions);
            files = List.copyOf(files);
        }
    }

    /**
     * Something that is still in a cloud.
     *
     * @param kind as in {@code droplet}
     * @param id the provider's id; the mark by which it is found when the id never arrived
     * @param note why it is still there; empty when nobody knows
     * @param command the exact command that removes it; empty when there is none
     */
    public record Leftover(
            String builder, String kind, String provider, String region, String id, String note, String command) {}

    /**
     * A problem of the template.
     *
     * @param file empty when it has no place
     * @param line from 1; 0 when it has no place
     * @param column from 1; 0 when it has no place
     * @param cure what to do; may be empty
     */
    public record Problem(String file, int line, int column, String message, String cure) {}
}
