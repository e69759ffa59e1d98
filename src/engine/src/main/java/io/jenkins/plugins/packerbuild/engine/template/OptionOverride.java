package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.util.Set;

/**
 * What a component's options become in one build by its {@code override}.
 *
 * @param title of the component, for messages
 * @param metaKeys keys that Packer itself reads: they cannot be overridden
 * @param problems where problems go
 */
record OptionOverride(String title, Set<String> metaKeys, ProblemCollector problems) {

    /** The options with the others laid over them; without, and with a problem, when these are no object. */
    JsonValue.Members over(JsonValue.Members options, JsonValue override) {
        if (!(override instanceof JsonValue.Members members)) {
            problems.add(Problem.of("An override of " + title + " must be an object, not " + override.kind() + ".")
                    .withCure("Write { \"option\": … }.")
                    .at(override.position()));
            return options;
        }
        members.members().forEach(this::checkKey);
        JsonValue.Members own = new JsonValue.Members(
                members.members().stream()
                        .filter(member -> !metaKeys.contains(member.key()))
                        .toList(),
                members.position());
        return new ObjectMerge(this::warn).merge(options, own);
    }

    /** Packer overlooks a type; the others would not have an effect. */
    private void checkKey(JsonValue.Member member) {
        if (metaKeys.contains(member.key()) && !member.key().equals("type")) {
            problems.add(
                    Problem.of("Unknown configuration key: '\"" + member.key() + "\"' in an override of " + title + ".")
                            .withCure("It cannot be overridden: write a provisioner for each, with \"only\".")
                            .at(member.keyPosition()));
        }
    }

    private void warn(JsonValue.Member list) {
        problems.warn(Problem.of("The list '" + list.key() + "' in an override of " + title
                        + " is shorter than the list that it replaces: Packer 1.6.6 would keep the rest of that one.")
                .withCure("Write all elements that the build is to have.")
                .at(list.value().position()));
    }
}
