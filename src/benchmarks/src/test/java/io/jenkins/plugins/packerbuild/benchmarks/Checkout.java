package io.jenkins.plugins.packerbuild.benchmarks;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The project as it lies here, and what is installed beside it. */
final class Checkout {

    static final Path ROOT = Path.of(System.getProperty("project.root")).toAbsolutePath();
    static final Path EXAMPLE = ROOT.resolve("docs/examples/example.json");
    static final Path SIMULATOR_VARIABLES = ROOT.resolve("docs/examples/simulator.json");

    private Checkout() {}

    /** Skips the test where the program is not installed, and says so; fails it where peers are required. */
    static void needs(String program) {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
        if (!found && System.getProperty("peers", "auto").equals("required")) {
            fail("peers=required, but %s is not installed", program);
        }
        if (!found) {
            abort(program + " is not installed: what it would do with the same template is not tested");
        }
    }
}
