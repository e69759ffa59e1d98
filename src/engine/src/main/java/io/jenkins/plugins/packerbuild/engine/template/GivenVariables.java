package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values of user variables from outside of the template. {@code -var} beats {@code -var-file} beats late values, whatever
 * the order in which they came; within each, the last one counts. Immutable.
 */
public final class GivenVariables {

    /**
     * One value.
     *
     * @param value as it was given
     * @param origin by name: {@code -var}, {@code -var-file prod.json}, {@code credential db}
     * @param rendered whether actions in it are rendered, as Packer does with its own
     * @param position where it stands; null outside of files
     */
    public record Given(
            Secret value,
            String origin,
            boolean rendered,
            @Nullable SourcePosition position) {}

    private static final GivenVariables NONE = new GivenVariables(Map.of(), Map.of(), Map.of());

    private final Map<String, Given> options;
    private final Map<String, Given> files;
    private final Map<String, Given> late;

    private GivenVariables(Map<String, Given> options, Map<String, Given> files, Map<String, Given> late) {
        this.options = options;
        this.files = files;
        this.late = late;
    }

    /** No value at all. */
    public static GivenVariables none() {
        return NONE;
    }

    /**
     * With one more {@code -var}, as it stands on the command line: {@code name=value}.
     *
     * @throws BuildException when it has no equals sign
     */
    public GivenVariables withOption(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 0) {
            throw new BuildException(
                    Problem.of("Invalid value \"" + assignment + "\" for flag -var: No '=' value in it.")
                            .withCure("Write -var name=value."));
        }
        Given given = new Given(Secret.of(assignment.substring(equals + 1)), "-var", true, null);
        return new GivenVariables(plus(options, assignment.substring(0, equals), given), files, late);
    }

    /** With the values of one more {@code -var-file}; what is wrong with it goes to the problems. */
    public GivenVariables withFile(Path path, String file, ProblemCollector problems) {
        Map<String, Given> merged = new LinkedHashMap<>(files);
        merged.putAll(VariableFile.read(path, file, problems));
        return new GivenVariables(options, merged, late);
    }

    /** With a value that somebody found for a wanted variable; it is taken as it is. */
    public GivenVariables withLate(String name, Secret value, String origin) {
        return new GivenVariables(options, files, plus(late, name, new Given(value, origin, false, null)));
    }

    private static Map<String, Given> plus(Map<String, Given> map, String name, Given given) {
        Map<String, Given> more = new LinkedHashMap<>(map);
        more.put(name, given);
        return more;
    }

    /** The value that counts. */
    public Optional<Given> find(String name) {
        return Optional.ofNullable(options.getOrDefault(name, files.getOrDefault(name, late.get(name))));
    }

    /** All names, sorted. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(options.keySet());
        names.addAll(files.keySet());
        names.addAll(late.keySet());
        return names;
    }
}
