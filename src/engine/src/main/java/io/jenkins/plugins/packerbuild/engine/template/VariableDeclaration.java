package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.util.Optional;

/**
 * A user variable as the template declares it.
 *
 * @param name its name
 * @param defaultText its default as it is written, with its actions; empty when the variable is required
 * @param position where its value stands
 */
public record VariableDeclaration(String name, Optional<String> defaultText, SourcePosition position) {

    /** Whether it must be given. */
    public boolean required() {
        return defaultText.isEmpty();
    }
}
