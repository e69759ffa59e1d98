package io.jenkins.plugins.packerbuild.engine.differential;

import java.util.List;

/**
 * What one command answered, without times and other things that differ from run to run.
 *
 * @param command the command line, as it stands in the case
 * @param exit the exit code
 * @param records machine-readable records as {@code target: type,data}, ordered by target; no diagnostics
 * @param problems errors and warnings; each begins with {@code error: } or {@code warning: }
 * @param text the lines for people; no diagnostics
 */
record Run(String command, int exit, List<String> records, List<String> problems, List<String> text) {

    Run {
        records = List.copyOf(records);
        problems = List.copyOf(problems);
        text = List.copyOf(text);
    }
}
