package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A Packer template, as it is written. Immutable.
 *
 * @param file the path as the user gave it
 * @param description empty when there is none
 * @param declarations the user variables, in the order of the file
 * @param sensitiveVariables names of variables whose values must not be shown
 * @param builders in the order of the file
 * @param provisioners in the order of their work
 * @param errorCleanup the error-cleanup-provisioner, which runs on the machine after a failure
 * @param postProcessors chains, each with at least one
 */
public record Template(
        String file,
        String description,
        List<VariableDeclaration> declarations,
        List<String> sensitiveVariables,
        List<Component> builders,
        List<Component> provisioners,
        Optional<Component> errorCleanup,
        List<List<Component>> postProcessors) {

    /** Copies the lists. */
    public Template {
        declarations = List.copyOf(declarations);
        sensitiveVariables = List.copyOf(sensitiveVariables);
        builders = List.copyOf(builders);
        provisioners = List.copyOf(provisioners);
        postProcessors = postProcessors.stream().map(List::copyOf).toList();
    }

    /**
     * Reads a template. What is wrong with its structure goes to the problems; the rest of it can still be checked.
     *
     * @param path where it lies
     * @param file the path as the user gave it, for messages
     * @throws BuildException when there is no such file, or it holds no JSON object
     */
    public static Template read(Path path, String file, ProblemCollector problems) {
        refuseHcl(file);
        return read(SourceText.read("template", path, file), problems);
    }

    /**
     * The same from a stream, which the caller closes; for standard input the file is {@code -}.
     *
     * @throws BuildException when it cannot be read, or it holds no JSON object
     */
    public static Template read(InputStream in, String file, ProblemCollector problems) {
        return read(SourceText.read("template", in, file), problems);
    }

    static Template read(SourceText source, ProblemCollector problems) {
        JsonValue root = new JsonReader(source, twice -> problems.add(duplicate(twice))).read();
        if (root instanceof JsonValue.Members members) {
            return new TemplateReader(source.file(), members, problems).read();
        }
        throw new BuildException(noObject(root));
    }

    static Problem noObject(JsonValue root) {
        return Problem.of("A template must be a JSON object, not " + root.kind() + ".")
                .withCure("Start with { \"builders\": [ … ] }.")
                .at(root.position());
    }

    /**
     * The builds that it describes, sorted by name. Names that clash or cannot be rendered, and names of builds that
     * nobody has, go to the problems.
     */
    public List<NamedBuild> builds(Interpolation interpolation, ProblemCollector problems) {
        return new BuildNames(this, interpolation, problems).read();
    }

    static Problem duplicate(JsonValue.Member twice) {
        return Problem.of("The template has duplicate field: " + twice.key() + ".")
                .withCure("Remove one of the two.")
                .at(twice.keyPosition());
    }

    static void refuseHcl(String file) {
        if (file.endsWith(".pkr.hcl") || file.endsWith(".pkr.json")) {
            throw new BuildException(Problem.of("Template '" + file + "' is written in HCL2, which is not there yet.")
                    .withCure("Give a template in Packer's JSON format, with the suffix .json, or use packer for it."));
        }
    }
}
