package io.jenkins.plugins.packerbuild.engine.template.fix;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that {@code fix} does to a template, in order: what Packer 1.6.6 does, then what is of our own. */
public final class TemplateFixes {

    /**
     * What became of a template.
     *
     * @param text the rewritten template, with an end of line
     * @param notes what a user should know of the changes, each a sentence or two
     */
    public record Fixed(String text, List<String> notes) {

        /** Copies the list. */
        public Fixed {
            notes = List.copyOf(notes);
        }
    }

    private static final List<Fixer> ALL = Stream.concat(
                    PackerFixers.IN_ORDER.stream(), Stream.of(DigitalOceanFixer.FIXER))
            .toList();

    private TemplateFixes() {}

    /**
     * Rewrites a template.
     *
     * @param root its root as {@code TemplateTree} reads it; it is changed
     * @throws BuildException when it cannot be rewritten
     */
    public static Fixed apply(Map<String, Object> root) {
        TemplateParts template = new TemplateParts(root);
        List<String> notes = new ArrayList<>();
        ALL.forEach(fixer -> fixer.change().apply(template, notes::add));
        return new Fixed(GoJson.write(root), notes);
    }

    /** A line for each, with its name and what it does. */
    public static List<String> synopses() {
        return ALL.stream()
                .map(fixer -> String.format("  %-27s%s", fixer.name(), fixer.synopsis()))
                .toList();
    }
}
