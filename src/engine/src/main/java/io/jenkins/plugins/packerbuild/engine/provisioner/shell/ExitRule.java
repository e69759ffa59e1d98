package io.jenkins.plugins.packerbuild.engine.provisioner.shell;

import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.provisioner.script.ValidExitCodes;
import io.jenkins.plugins.packerbuild.engine.template.Options;

/**
 * Which ends of a script are good ones.
 *
 * @param valid {@code valid_exit_codes}
 * @param disconnect {@code expect_disconnect}
 */
record ExitRule(ValidExitCodes valid, boolean disconnect) {

    static ExitRule read(Options options) {
        return new ExitRule(
                ValidExitCodes.read(options, "Write numbers from 0 to 255, or 2300218 for a lost connection."),
                options.flag("expect_disconnect", false));
    }

    /**
     * Accepts the end.
     *
     * @throws BuildException when it is none of the good ones, in Packer's words
     */
    void check(CommandResult result) {
        if (!result.disconnected()) {
            valid.check(result.exitStatus());
        } else if (!disconnect && !valid.accept(result.exitStatus())) {
            throw new BuildException(
                    Problem.of("Script disconnected unexpectedly. If you expected your script to disconnect,"
                            + " i.e. from a restart, you can try adding `\"expect_disconnect\": true` or"
                            + " `\"valid_exit_codes\": [0, 2300218]` to the shell provisioner parameters."));
        }
    }
}
