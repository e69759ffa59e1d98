package io.jenkins.plugins.packerbuild.engine.session;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a session is to build: {@code spec.json}. Names of variables, never values.
 *
 * @param task what is to be done with which template
 * @param inputs where values of variables come from
 * @param selection which builds run
 * @param behaviour how they run
 * @param supervision how whoever started the engine keeps an eye on it
 * @param console what standard output looks like
 */
public record Spec(
        Task task, Inputs inputs, Selection selection, Behaviour behaviour, Supervision supervision, Console console) {

    /** The key of {@link Behaviour#parallelBuilds()} for all types together. */
    public static final String ALL_TYPES = "*";

    /** What a session can be started for. */
    public enum Command {
        /** Build the images. */
        BUILD,
        /** Find every problem, without any network. */
        VALIDATE;

        /** As in the file and on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is to be done.
     *
     * @param command which of the commands
     * @param template the path as given; {@code -} for standard input
     * @param workingDirectory absolute: what relative paths are relative to
     */
    public record Task(Command command, String template, String workingDirectory) {}

    /**
     * Where values come from.
     *
     * @param variables names of the variables whose values are given, by {@code secrets.json} or the command line
     * @param varFiles paths as given, the later ones beat the earlier ones
     * @param sensitiveEnvironment names of variables of the engine's own environment whose values are secrets
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
     * @param onError {@code cleanup}, {@code abort}, {@code ask} or {@code run-cleanup-provisioner}
     * @param force {@code -force}
     * @param failFast whether one failure cancels the others
     * @param parallelBuilds how many run at once by builder type, and for {@value Spec#ALL_TYPES} of all types together;
     *     what is missing or below 1 has no limit
     */
    public record Behaviour(String onError, boolean force, boolean failFast, Map<String, Integer> parallelBuilds) {

        private static final List<String> ON_ERROR = List.of("cleanup", "abort", "ask", "run-cleanup-provisioner");

        /** Copies its map. */
        public Behaviour {
            parallelBuilds = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parallelBuilds));
        }
    }

    /**
     * How whoever started the engine keeps an eye on it.
     *
     * @param lease how long {@code lease} may stay the same before the engine cancels itself; empty for ever
     * @param awaitSecrets whether {@code secrets.json} comes only after the engine has said what it needs
     */
    public record Supervision(Optional<Duration> lease, boolean awaitSecrets) {}

    /** What standard output looks like. */
    public record Console(boolean colour, boolean timestamps, boolean machineReadable) {}

    /**
     * Reads the directory's {@code spec.json}.
     *
     * @throws BuildException when it is missing or wrong
     */
    public static Spec read(SessionDirectory directory) {
        JsonFields json = JsonFields.read(directory.spec());
        if (json.text("template").isEmpty()) {
            throw json.wrong("template", "the path of a template");
        }
        long lease = json.number("leaseSeconds", 0);
        JsonFields console = json.object("console");
        return new Spec(
                new Task(command(json), json.text("template"), json.text("workingDirectory")),
                new Inputs(json.texts("variables"), json.texts("varFiles"), json.texts("sensitiveEnvironment")),
                new Selection(json.texts("only"), json.texts("except")),
                behaviour(json),
                new Supervision(
                        lease > 0 ? Optional.of(Duration.ofSeconds(lease)) : Optional.empty(),
                        json.flag("awaitSecrets")),
                new Console(console.flag("colour"), console.flag("timestamps"), console.flag("machineReadable")));
    }

    /**
     * The same, for whoever was started for one command only.
     *
     * @throws BuildException also when it is for another command
     */
    public static Spec read(SessionDirectory directory, Command command) {
        Spec spec = read(directory);
        Command asked = spec.task().command();
        if (asked != command) {
            throw new BuildException(Problem.of("Could not " + command + " session '" + directory.path()
                            + "': its spec.json is for the command '" + asked + "'.")
                    .withCure("Run 'packer-build " + asked + " -session=" + directory.path()
                            + "', or set \"command\" in spec.json to \"" + command + "\"."));
        }
        return spec;
    }

    /**
     * Writes it as the directory's {@code spec.json}.
     *
     * @throws BuildException when it cannot be written
     */
    public void write(SessionDirectory directory) {
        try {
            SessionFiles.writeWhole(directory.spec(), fields());
        } catch (IOException e) {
            throw new BuildException(
                    Problem.of("Could not write session file '" + directory.spec() + "': " + SessionDirectory.words(e)
                                    + ".")
                            .withCure("Make room on the disk, or name another directory."),
                    e);
        }
    }

    private static Command command(JsonFields json) {
        String text = json.text("command").isEmpty() ? "" + Command.BUILD : json.text("command");
        return Arrays.stream(Command.values())
                .filter(command -> command.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> json.wrong("command", "one of " + List.of(Command.values())));
    }

    private static Behaviour behaviour(JsonFields json) {
        String onError = json.text("onError").isEmpty() ? "cleanup" : json.text("onError");
        if (!Behaviour.ON_ERROR.contains(onError)) {
            throw json.wrong("onError", "one of " + Behaviour.ON_ERROR);
        }
        Map<String, Integer> limits = json.isNumber("parallelBuilds")
                ? Map.of(ALL_TYPES, (int) json.number("parallelBuilds", 0))
                : json.numberMap("parallelBuilds");
        return new Behaviour(onError, json.flag("force"), json.flag("failFast"), limits);
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("protocol", Session.PROTOCOL);
        fields.put("command", "" + task.command());
        fields.put("template", task.template());
        fields.put("workingDirectory", task.workingDirectory());
        fields.put("variables", inputs.variables());
        fields.put("varFiles", inputs.varFiles());
        fields.put("sensitiveEnvironment", inputs.sensitiveEnvironment());
        fields.put("only", selection.only());
        fields.put("except", selection.except());
        fields.put("onError", behaviour.onError());
        fields.put("force", behaviour.force());
        fields.put("failFast", behaviour.failFast());
        fields.put("parallelBuilds", behaviour.parallelBuilds());
        fields.put("leaseSeconds", supervision.lease().map(Duration::toSeconds).orElse(0L));
        fields.put("awaitSecrets", supervision.awaitSecrets());
        Map<String, Object> look = new LinkedHashMap<>();
        look.put("colour", console.colour());
        look.put("timestamps", console.timestamps());
        look.put("machineReadable", console.machineReadable());
        fields.put("console", look);
        return fields;
    }
}
