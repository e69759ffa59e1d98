package io.jenkins.plugins.packerbuild.credentials;

import io.jenkins.plugins.packerbuild.session.SessionException;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Answer;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Needs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that a session's secrets may come from.
 *
 * @param environment the engine's environment, as far as Jenkins knows it
 * @param variables values that the user gave, by variable
 * @param levels the entries for credentials, those that win first
 */
record SecretSources(Map<String, String> environment, Map<String, String> variables, List<CredentialLevel> levels) {

    SecretSources {
        environment = Map.copyOf(environment);
        variables = Map.copyOf(variables);
        levels = List.copyOf(levels);
    }

    /**
     * Finds what is needed.
     *
     * @throws SessionException when one that was asked for is not there or has the wrong type
     */
    Answer answer(Needs needs, CredentialFinder finder, String filesDirectory) throws SessionException {
        AnswerDraft draft = new AnswerDraft(filesDirectory);
        BuilderCredentials builders = new BuilderCredentials(this, finder, draft);
        for (var build : needs.builders()) {
            builders.giveTo(build);
        }
        builders.giveRest(needs.builders());
        new VariableCredentials(this, finder, draft).giveTo(needs.variables());
        return draft.answer(variables);
    }

    /**
     * Values that are secrets before any credential is looked up: those of sensitive variables of the environment, and
     * those of template variables whose names say so.
     */
    List<String> secretTexts(Set<String> sensitive) {
        Stream<String> ofEnvironment = sensitive.stream().map(name -> environment.getOrDefault(name, ""));
        Stream<String> ofVariables = SecretNames.in(variables).stream().map(name -> variables.getOrDefault(name, ""));
        return Stream.concat(ofEnvironment, ofVariables)
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }

    /** Those of the step. */
    List<CredentialLevel> ofStep() {
        return levels.stream().filter(CredentialLevel::ofStep).toList();
    }

    /** The lists of folders and of the whole Jenkins. */
    List<CredentialLevel> lists() {
        return levels.stream().filter(level -> !level.ofStep()).toList();
    }

    /** Its text shows no value. */
    @Override
    public String toString() {
        return "SecretSources" + variables.keySet();
    }
}
