package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.secret.VariableSecrecy;
import io.jenkins.plugins.packerbuild.engine.template.Template;
import io.jenkins.plugins.packerbuild.engine.template.VariableDeclaration;
import io.jenkins.plugins.packerbuild.engine.template.Variables;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells a redactor which values of a template's variables are secrets, before anything of it is printed. */
final class HiddenValues {

    private HiddenValues() {}

    /** The final values of variables, and those of the environment that they were made of. */
    static void of(Variables variables, Template template, Map<String, String> environment, Redactor redactor) {
        variables.secrets().forEach(sensitive -> redactor.add(sensitive.value()));
        Set<String> sensitive = new HashSet<>(template.sensitiveVariables());
        variables.values().forEach((name, value) -> {
            if (VariableSecrecy.isSecret(name, value, sensitive)) {
                redactor.add(Secret.of(value));
            }
        });
        variables
                .environmentNames()
                .forEach(name -> Optional.ofNullable(environment.get(name))
                        .filter(value -> VariableSecrecy.isSecret(name, value, Set.of()))
                        .ifPresent(value -> redactor.add(Secret.of(value))));
    }

    /** Whether the default of a variable, as it is written, is to be hidden. */
    static boolean isHidden(VariableDeclaration declaration, Template template) {
        String text = declaration.defaultText().orElse("");
        return template.sensitiveVariables().contains(declaration.name())
                || VariableSecrecy.namesSecret(declaration.name()) && !text.isEmpty() && !text.contains("{{");
    }
}
