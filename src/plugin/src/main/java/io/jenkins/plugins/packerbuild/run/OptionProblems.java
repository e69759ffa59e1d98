package io.jenkins.plugins.packerbuild.run;

import io.jenkins.plugins.packerbuild.credentials.PackerCredential;
import io.jenkins.plugins.packerbuild.options.BuildOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with options in a way that no agent need be asked about. */
final class OptionProblems {

    private OptionProblems() {}

    /** A sentence for each; empty when all is well. */
    static List<String> of(BuildOptions options) {
        List<String> problems = new ArrayList<>();
        if (options.getOnError().equals("ask")) {
            problems.add("Could not use onError 'ask' for template '" + options.getTemplate()
                    + "': nobody can be asked while a Jenkins build runs. Write onError: 'cleanup', or onError: 'abort'"
                    + " to leave a failed build's machine as it is.");
        }
        options.getCredentials().stream()
                .map(PackerCredential::problem)
                .flatMap(Optional::stream)
                .forEach(problems::add);
        return problems;
    }
}
