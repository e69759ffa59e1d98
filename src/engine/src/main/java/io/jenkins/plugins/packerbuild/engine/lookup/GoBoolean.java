package io.jenkins.plugins.packerbuild.engine.lookup;

import java.util.Map;
import java.util.Optional;

/** True and false as environment variables of Go programs spell them. */
final class GoBoolean {

    private GoBoolean() {}

    /** Empty when it is not set, or neither. */
    static Optional<Boolean> of(Map<String, String> environment, String name) {
        return switch (environment.getOrDefault(name, "")) {
            case "1", "t", "T", "TRUE", "true", "True" -> Optional.of(true);
            case "0", "f", "F", "FALSE", "false", "False" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
