package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import picocli.CommandLine.Option;

/** Packer's {@code -config-type}: which language a template is in that no suffix tells. */
final class ConfigTypeOption {

    @Option(
            names = {"-config-type", "--config-type"},
            paramLabel = "json",
            defaultValue = "json",
            description = "The template's language; json is the only one.")
    private String type = "json";

    /**
     * Lets no other language pass.
     *
     * @throws BuildException for HCL2, and for what Packer does not know either
     */
    void check() {
        if (type.equals("hcl2")) {
            throw new BuildException(Problem.of("-config-type=hcl2 asks for HCL2, which is not there yet.")
                    .withCure("Give a template in Packer's JSON format, and leave the option out."));
        }
        if (!type.equals("json")) {
            throw new BuildException(Problem.of("invalid value \"" + type + "\" for flag -config-type: " + type
                            + " does not belong to configType values.")
                    .withCure("Leave the option out."));
        }
    }
}
