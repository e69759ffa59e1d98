package io.jenkins.plugins.packerbuild.options;

import hudson.AbortException;
import io.jenkins.plugins.packerbuild.credentials.PackerCredential;
import java.util.List;
import java.util.Optional;

/** What can be wrong with options before anything is looked at: one sentence, with the cure. */
public final class OptionCheck {

    private static final List<String> ON_ERROR = List.of("cleanup", "abort");

    private OptionCheck() {}

    /**
     * Lets right options pass.
     *
     * @throws AbortException with the first problem, and that of a credential
     */
    public static void check(BuildOptions options) throws AbortException {
        Optional<String> problem = problem(options);
        if (problem.isPresent()) {
            throw new AbortException(problem.get());
        }
        for (PackerCredential credential : options.getCredentials()) {
            Optional<String> wrong = credential.problem();
            if (wrong.isPresent()) {
                throw new AbortException(wrong.get());
            }
        }
    }

    /** The first problem but those of credentials; empty when there is none. */
    static Optional<String> problem(BuildOptions options) {
        if (options.getTemplate().isEmpty()) {
            return Optional.of("Could not start packer-build: it has no template. Name the template's file, as in"
                    + " template: 'example.json'.");
        }
        String onError = options.getOnError();
        if (!ON_ERROR.contains(onError)) {
            String why = onError.equals("ask") ? "nobody is there to answer" : "there is no such way";
            return Optional.of("Could not use onError '" + onError + "': " + why + ". Write 'cleanup', which removes"
                    + " what a failed build has made, or 'abort', which leaves it as it is.");
        }
        return options.getVars().stream()
                .filter(variable -> variable.getName().isBlank())
                .findFirst()
                .map(variable -> "Could not use packerVar: it has no name. Write packerVar(name: 'region', value:"
                        + " 'us-east-1').");
    }
}
