package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares every line of {@code expressions.txt} with what Packer renders: its recorded answer, and its answer of today
 * where {@code packer} is installed. The first line is the moment at which Packer began.
 */
class InterpolationPeerTest {

    private static final Path CASE =
            Path.of("src/test/resources/io/jenkins/plugins/packerbuild/engine/template/testdata/interpolation");
    private static final Path PACKER = Path.of("/usr/bin/packer");

    @TempDir
    Path folder;

    @Test
    void rendersAsPackerDidWhenItsAnswersWereRecorded() throws IOException {
        List<String> recorded = Files.readAllLines(CASE.resolve("packer.txt"));

        assertThat(ours(Instant.ofEpochSecond(Long.parseLong(recorded.get(0))))).isEqualTo(recorded);
    }

    @Test
    void rendersAsTheInstalledPacker() throws Exception {
        boolean required = "required".equals(System.getProperty("peers"));
        assumeTrue(required || Files.isExecutable(PACKER), "skipped: there is no " + PACKER);

        List<String> theirs = packer();

        assertThat(ours(Instant.ofEpochSecond(Long.parseLong(theirs.get(0))))).isEqualTo(theirs);
    }

    private List<String> packer() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("t.json"), template());
        ProcessBuilder process = new ProcessBuilder(PACKER.toString(), "build", "t.json").directory(folder.toFile());
        process.environment().put("CHECKPOINT_DISABLE", "1");
        process.environment().put("HOME", folder.toString());
        Process running = process.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        return Files.readAllLines(folder.resolve("out.txt"));
    }

    private static String template() throws IOException {
        String content = Files.readString(CASE.resolve("expressions.txt"));
        return "{\"variables\": {\"b\": \"2\", \"up\": \"{{user `b`}}-{{upper `q`}}\"}, \"builders\": [{\"type\": \"file\","
                + " \"name\": \"peer\", \"target\": \"out.txt\", \"content\": \""
                + new String(JsonStringEncoder.getInstance().quoteAsString(content))
                + "\"}]}";
    }

    private static List<String> ours(Instant start) throws IOException {
        ProblemCollector problems = new ProblemCollector();
        Template template = Template.read(new SourceText("t.json", template()), problems);
        RunFacts facts = new RunFacts(start, Path.of("/t"), Path.of("/w"), Map.of());
        Variables variables = Variables.resolve(template, GivenVariables.none(), facts, problems);
        Interpolation interpolation = Interpolation.of(facts, variables);
        NamedBuild build = template.builds(interpolation, problems).get(0);
        String rendered = build.builder()
                .options(interpolation, build, problems)
                .text("content")
                .orElse("");
        problems.throwIfAny();
        return rendered.lines().toList();
    }
}
