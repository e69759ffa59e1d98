package io.jenkins.plugins.packerbuild.engine.provisioner.shell;

import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which ends of a script are good ones.
 *
 * @param valid {@code valid_exit_codes}
 * @param disconnect {@code expect_disconnect}
 */
record ExitRule(List<Integer> valid, boolean disconnect) {

    static ExitRule read(Options options) {
        List<Integer> valid = new ArrayList<>();
        for (String code : options.list("valid_exit_codes")) {
            try {
                valid.add(Integer.valueOf(code.strip()));
            } catch (NumberFormatException e) {
                options.problem(
                        "valid_exit_codes",
                        "Exit code '" + code + "' in valid_exit_codes is not a whole number.",
                        "Write numbers from 0 to 255, or 2300218 for a lost connection.");
            }
        }
        return new ExitRule(
                valid.isEmpty() ? List.of(0) : List.copyOf(valid), options.flag("expect_disconnect", false));
    }

    /**
     * Accepts the end.
     *
     * @throws BuildException when it is none of the good ones, in Packer's words
     */
    void check(CommandResult result) {
        if (valid.contains(result.exitStatus()) || result.disconnected() && disconnect) {
            return;
        }
        if (result.disconnected()) {
            throw new BuildException(
                    Problem.of("Script disconnected unexpectedly. If you expected your script to disconnect,"
                            + " i.e. from a restart, you can try adding `\"expect_disconnect\": true` or"
                            + " `\"valid_exit_codes\": [0, 2300218]` to the shell provisioner parameters."));
        }
        String allowed = valid.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
        throw new BuildException(Problem.of("Script exited with non-zero exit status: " + result.exitStatus()
                + ".Allowed exit codes are: " + allowed));
    }
}
