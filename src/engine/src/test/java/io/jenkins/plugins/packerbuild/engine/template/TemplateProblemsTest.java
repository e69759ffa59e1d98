package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sweeps the folders of {@code testdata/templates}: each holds a template and the problems that it must have. */
class TemplateProblemsTest {

    private static final Path CASES =
            Path.of("src/test/resources/io/jenkins/plugins/packerbuild/engine/template/testdata/templates");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsAllProblemsAtOnce(String name) throws IOException {
        Path folder = CASES.resolve(name);

        assertThat(problems(folder.resolve("template.json")))
                .isEqualTo(Files.readAllLines(folder.resolve("problems.txt")));
    }

    private static List<String> problems(Path path) {
        ProblemCollector problems = new ProblemCollector();
        try {
            Template template = Template.read(path, "template.json", problems);
            Variables variables = Variables.resolve(template, GivenVariables.none(), TestOptions.FACTS, problems);
            template.builds(Interpolation.of(TestOptions.FACTS, variables), problems);
            problems.throwIfAny();
            return List.of();
        } catch (BuildException e) {
            return e.problems().stream().map(Problem::sentence).toList();
        }
    }
}
