package io.jenkins.plugins.packerbuild.engine.event;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One thing that a run tells: the source of console lines, of {@code events.jsonl} and of the report. Immutable.
 * Example of its JSON: <code>{"seq":7,"type":"said","builder":"amazon-ebs","voice":"say","text":"Creating ..."}</code>.
 */
public sealed interface BuildEvent
        permits BuildEvent.Hello,
                BuildEvent.Needs,
                BuildEvent.RunStarted,
                BuildEvent.BuildStarted,
                BuildEvent.Said,
                BuildEvent.Warned,
                BuildEvent.StepStarted,
                BuildEvent.StepFinished,
                BuildEvent.BuildFinished,
                BuildEvent.RunFinished,
                LedgerLine {

    /** The name of its kind in JSON, as in {@code said}. */
    String type();

    /** Its JSON members in order: strings, numbers, booleans, lists and maps of these. */
    Map<String, Object> fields();

    /** The same event with every text that could hold a secret changed. Names and ids of ours stay. */
    BuildEvent mapText(UnaryOperator<String> change);

    /** A build of the run by name, with its builder's type. */
    record Build(String name, String type) {
        Map<String, Object> fields() {
            return ordered("name", name, "type", type);
        }
    }

    /**
     * A build that leaves something to others.
     *
     * @param keys the provider's keys
     * @param ssh how to log in to the machine: a key is made where nobody says so, if the provider can do that
     */
    record Wanting(String name, String type, boolean keys, boolean ssh) {
        Map<String, Object> fields() {
            return ordered("name", name, "type", type, "keys", keys, "ssh", ssh);
        }
    }

    /** First of all events. */
    record Hello(int protocol, String engineVersion, long pid, Instant startInstant) implements BuildEvent {
        @Override
        public String type() {
            return "hello";
        }

        @Override
        public Map<String, Object> fields() {
            return ordered(
                    "protocol",
                    protocol,
                    "engineVersion",
                    engineVersion,
                    "pid",
                    pid,
                    "startInstant",
                    "" + startInstant);
        }

        @Override
        public Hello mapText(UnaryOperator<String> change) {
            return this;
        }
    }

    /** The template was read; these builders' credentials and these variables' values are wanted. */
    record Needs(List<Wanting> builders, List<String> variables) implements BuildEvent {
        @Override
        public String type() {
            return "needs";
        }

        @Override
        public Map<String, Object> fields() {
            return ordered("builders", builders.stream().map(Wanting::fields).toList(), "variables", variables);
        }

        @Override
        public Needs mapText(UnaryOperator<String> change) {
            return this;
        }
    }

    /** All is checked; these builds start. Sorted by name. */
    record RunStarted(String runId, List<Build> builds) implements BuildEvent {
        @Override
        public String type() {
            return "runStarted";
        }

        @Override
        public Map<String, Object> fields() {
            return ordered(
                    "runId", runId, "builds", builds.stream().map(Build::fields).toList());
        }

        @Override
        public RunStarted mapText(UnaryOperator<String> change) {
            return this;
        }
    }

    /** A build's turn has come. */
    record BuildStarted(String builder, String builderType) implements BuildEvent {
        @Override
        public String type() {
            return "buildStarted";
        }

        @Override
        public Map<String, Object> fields() {
            return ordered("builder", builder, "builderType", builderType);
        }

        @Override
        public BuildStarted mapText(UnaryOperator<String> change) {
            return this;
        }
    }

    /** A line, or a block of lines, for people. Builder is empty for what concerns the whole run. */
    record Said(String builder, Voice voice, String text) implements BuildEvent {
        @Override
        public String type() {
            return "said";
        }

        @Override
        public Map<String, Object> fields() {
            return ordered("builder", builder, "voice", voice.name().toLowerCase(Locale.ROOT), "text", text);
        }

        @Override
        public Said mapText(UnaryOperator<String> change) {
            return new Said(builder, voice, change.apply(text));
        }

        /** The same in pieces of at most so many characters, parted at ends of lines where there are some. */
        public List<Said> pieces(int most) {
            List<Said> pieces = new ArrayList<>();
            String rest = text;
            while (rest.length() > most) {
                int line = rest.lastIndexOf('\n', most);
                int end = line > 0 ? line : Character.isHighSurrogate(rest.charAt(most - 1)) ? most - 1 : most;
                pieces.add(new Said(builder, voice, rest.substring(0, end)));
                rest = rest.substring(line > 0 ? end + 1 : end);
            }
            pieces.add(new Said(builder, voice, rest));
            return pieces;
        }
    }

    /** Something that the user should know although the build goes on. */
    record Warned(Problem warning) implements BuildEvent {
        @Override
        public String type() {
            return "warned";
        }

        @Override
        public Map<String, Object> fields() {
            return ordered("text", warning.sentence());
        }

        @Override
        public Warned mapText(UnaryOperator<String> change) {
            String cure = warning.cure() == null ? null : change.apply(warning.cure());
            return new Warned(new Problem(change.apply(warning.message()), cure, warning.position()));
        }
    }

    /** A step of a build begins. */
    record StepStarted(String builder, String step) implements BuildEvent {
        @Override
        public String type() {
            return "stepStarted";
        }

        @Override
        public Map<String, Object> fields() {
            return ordered("builder", builder, "step", step);
        }

        @Override
        public StepStarted mapText(UnaryOperator<String> change) {
            return this;
        }
    }

    /** A step of a build is over. */
    record StepFinished(String builder, String step, boolean success, Duration duration) implements BuildEvent {
        @Override
        public String type() {
            return "stepFinished";
        }

        @Override
        public Map<String, Object> fields() {
            return ordered("builder", builder, "step", step, "success", success, "durationMillis", duration.toMillis());
        }

        @Override
        public StepFinished mapText(UnaryOperator<String> change) {
            return this;
        }
    }

    /**
     * A build is over.
     *
     * @param error empty unless it failed or was cancelled
     * @param artifacts what is there, each once; also of one that failed or was cancelled in a post-processor
     * @param listed the same as Packer lists it, for the console only: what was passed on stands there again
     */
    record BuildFinished(
            String builder,
            BuildStatus status,
            Duration duration,
            String error,
            List<Artifact> artifacts,
            List<Artifact> listed)
            implements BuildEvent {

        /** Listed as they are. */
        public BuildFinished(
                String builder, BuildStatus status, Duration duration, String error, List<Artifact> artifacts) {
            this(builder, status, duration, error, artifacts, artifacts);
        }

        @Override
        public String type() {
            return "buildFinished";
        }

        @Override
        public Map<String, Object> fields() {
            return ordered(
                    "builder", builder,
                    "status", status.name().toLowerCase(Locale.ROOT),
                    "durationMillis", duration.toMillis(),
                    "error", error,
                    "artifacts",
                            artifacts.stream()
                                    .flatMap(a -> ArtifactFields.of(a, status).stream())
                                    .toList());
        }

        @Override
        public BuildFinished mapText(UnaryOperator<String> change) {
            return new BuildFinished(
                    builder,
                    status,
                    duration,
                    change.apply(error),
                    mapText(artifacts, change),
                    mapText(listed, change));
        }

        private static List<Artifact> mapText(List<Artifact> artifacts, UnaryOperator<String> change) {
            return artifacts.stream().map(artifact -> artifact.mapText(change)).toList();
        }
    }

    /** Last of all events of a build run: every build is over and cleaned up. */
    record RunFinished(boolean success, boolean cancelled, Duration duration) implements BuildEvent {
        @Override
        public String type() {
            return "runFinished";
        }

        @Override
        public Map<String, Object> fields() {
            return ordered("success", success, "cancelled", cancelled, "durationMillis", duration.toMillis());
        }

        @Override
        public RunFinished mapText(UnaryOperator<String> change) {
            return this;
        }
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
