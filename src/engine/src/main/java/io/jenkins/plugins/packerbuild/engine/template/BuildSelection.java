package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.util.List;

/**
 * Which builds a component takes part in. Names are accepted as they are written and as they are rendered.
 *
 * @param only when not empty, just these
 * @param except not these
 */
record BuildSelection(List<Name> only, List<Name> except) {

    /** Every build. */
    static final BuildSelection ALL = new BuildSelection(List.of(), List.of());

    /** A name of a build, and where it stands. */
    record Name(String text, SourcePosition position) {
        boolean isOf(NamedBuild build) {
            return text.equals(build.name()) || text.equals(build.builder().name());
        }
    }

    /** Copies the lists. */
    BuildSelection {
        only = List.copyOf(only);
        except = List.copyOf(except);
    }

    boolean selects(NamedBuild build) {
        return (only.isEmpty() || only.stream().anyMatch(name -> name.isOf(build)))
                && except.stream().noneMatch(name -> name.isOf(build));
    }
}
