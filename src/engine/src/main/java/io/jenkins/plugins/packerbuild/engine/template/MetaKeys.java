package io.jenkins.plugins.packerbuild.engine.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What Packer itself reads of a provisioner or post-processor: for which builds, when, how often; not what it does.
 *
 * @param selection {@code only} and {@code except}
 * @param pauseBefore {@code pause_before}
 * @param timeout {@code timeout}
 * @param maxRetries {@code max_retries} as it is written
 * @param overrides {@code override}: other options, by the name of a build
 */
record MetaKeys(
        BuildSelection selection,
        Duration pauseBefore,
        Duration timeout,
        Optional<JsonValue.Text> maxRetries,
        List<JsonValue.Member> overrides) {

    /** Copies the list. */
    MetaKeys {
        overrides = List.copyOf(overrides);
    }

    /** For what runs once, at once. */
    static MetaKeys of(BuildSelection selection) {
        return new MetaKeys(selection, Duration.ZERO, Duration.ZERO, Optional.empty(), List.of());
    }

    /** The overrides for a build, whose name may be written as in the template or as it is rendered. */
    List<JsonValue> overridesOf(NamedBuild build) {
        return overrides.stream()
                .filter(member -> member.key().equals(build.name())
                        || member.key().equals(build.builder().name()))
                .map(JsonValue.Member::value)
                .filter(value -> !(value instanceof JsonValue.Null))
                .toList();
    }
}
