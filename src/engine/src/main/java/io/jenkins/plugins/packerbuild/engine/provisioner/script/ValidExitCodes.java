package io.jenkins.plugins.packerbuild.engine.provisioner.script;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which exit codes of a script are good ones.
 *
 * @param codes {@code valid_exit_codes}
 */
public record ValidExitCodes(List<Integer> codes) {

    private static final String OPTION = "valid_exit_codes";

    /** Copies the list; none means 0. */
    public ValidExitCodes {
        codes = codes.isEmpty() ? List.of(0) : List.copyOf(codes);
    }

    /**
     * Reads them.
     *
     * @param range for people, as in {@code Write numbers from 0 to 255.}
     */
    public static ValidExitCodes read(Options options, String range) {
        List<String> codes = options.list(OPTION);
        List<Integer> valid = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            try {
                valid.add(Integer.valueOf(codes.get(i).strip()));
            } catch (NumberFormatException e) {
                options.problem(
                        OPTION,
                        "Option '" + OPTION + "[" + i + "]' of this script must be a whole number, not '" + codes.get(i)
                                + "'.",
                        range);
            }
        }
        return new ValidExitCodes(valid);
    }

    /** Whether it is one of them. */
    public boolean accept(int code) {
        return codes.contains(code);
    }

    /**
     * Accepts it.
     *
     * @throws BuildException when it is none of them, in Packer's words
     */
    public void check(int code) {
        if (!accept(code)) {
            String allowed = codes.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
            throw new BuildException(Problem.of(
                    "Script exited with non-zero exit status: " + code + ".Allowed exit codes are: " + allowed));
        }
    }
}
