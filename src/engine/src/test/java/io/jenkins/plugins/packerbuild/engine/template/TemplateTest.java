package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final String TEXT = """
            {
              "description": "two images",
              "min_packer_version": "1.16.0",
              "variables": {"a": null, "b": "x"},
              "builders": [
                {"type": "digitalocean", "name": "z-{{user `b`}}"},
                {"type": "amazon-ebs", "region": "us-east-1", "bogus": 1}
              ],
              "provisioners": [
                {"type": "shell", "only": ["z-{{user `b`}}"], "inline": ["x"]},
                {"type": "shell", "only": "z-x"},
                {"type": "shell", "except": ["amazon-ebs"]},
                {"type": "shell"}
              ],
              "post-processors": ["manifest", [{"type": "compress"}, {"type": "checksum", "name": "sum"}]]
            }
            """;

    private final ProblemCollector problems = new ProblemCollector();

    private Template template() {
        return Template.read(new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)), "-", problems);
    }

    private List<NamedBuild> builds(Template template) {
        Variables variables = new Variables(Map.of("b", "x"), Set.of(), List.of(), Set.of(), Map.of());
        return template.builds(Interpolation.of(TestOptions.FACTS, variables), problems);
    }

    @Test
    void readsWhatIsWritten() {
        Template template = template();

        assertThat(problems.problems()).isEmpty();
        assertThat(template.description()).isEqualTo("two images");
        assertThat(template.declarations())
                .extracting(VariableDeclaration::required)
                .containsExactly(true, false);
        assertThat(template.builders()).extracting(Component::name).containsExactly("z-{{user `b`}}", "amazon-ebs");
        assertThat(template.builders().get(1).position()).hasToString("-:7:5");
        assertThat(template.provisioners()).extracting(Component::title).endsWith("provisioner 4 (shell)");
        assertThat(template.postProcessors())
                .extracting(chain -> chain.stream().map(Component::name).toList())
                .containsExactly(List.of("manifest"), List.of("compress", "sum"));
    }

    @Test
    void namesBuildsAndSortsThem() {
        assertThat(builds(template())).extracting(NamedBuild::name).containsExactly("amazon-ebs", "z-x");
    }

    @Test
    void letsProvisionersChooseBuildsByRawAndByRenderedName() {
        Template template = template();
        List<NamedBuild> builds = builds(template);

        assertThat(template.provisioners())
                .extracting(provisioner -> builds.stream()
                        .filter(provisioner::appliesTo)
                        .map(NamedBuild::name)
                        .toList())
                .containsExactly(List.of("z-x"), List.of("z-x"), List.of("z-x"), List.of("amazon-ebs", "z-x"));
        assertThat(problems.problems()).isEmpty();
    }

    @Test
    void keepsPackersOwnKeysFromTheOptions() {
        Template template = template();
        NamedBuild build = builds(template).get(0);
        Interpolation interpolation =
                Interpolation.of(TestOptions.FACTS, new Variables(Map.of(), Set.of(), List.of(), Set.of(), Map.of()));
        Options options = template.provisioners().get(0).options(interpolation, build, problems);

        assertThat(options.has("only")).isFalse();
        assertThat(options.list("inline")).containsExactly("x");
        options.finish();
        assertThat(problems.problems()).isEmpty();
    }

    @Test
    void tellsTypesThatAreNotThereYetFromUnknownOnes() {
        Template template = template();
        Component manifest = template.postProcessors().get(0).get(0);
        Component amazon = template.builders().get(1);

        assertThat(manifest.typeNotThere(List.of()).sentence())
                .isEqualTo("-:15:23: The post-processor type 'manifest' is known to Packer, but is not there yet."
                        + " No post-processor type is there yet: remove it.");
        assertThat(amazon.typeNotThere(List.of("null", "file")).sentence())
                .isEqualTo("-:7:14: The builder type 'amazon-ebs' is known to Packer, but is not there yet."
                        + " These are there: file, null.");
    }

    @Test
    void showsAtMostAHundredProblemsAndSaysHowManyMore() {
        String keys = IntStream.range(0, 150).mapToObj(i -> "\"k" + i + "\": 1").collect(Collectors.joining(","));
        Template.read(new SourceText("t.json", "{\"builders\": [{\"type\": \"null\"}], " + keys + "}"), problems);

        assertThat(problems.problems()).hasSize(101);
        assertThat(problems.problems().get(100).sentence())
                .isEqualTo("There are 50 more problems. Solve the first hundred, then look again.");
    }

    @Test
    void refusesHcl() {
        assertThatThrownBy(() -> Template.read(Path.of("a.pkr.hcl"), "a.pkr.hcl", problems))
                .hasMessage("Template 'a.pkr.hcl' is written in HCL2, which is not there yet."
                        + " Give a template in Packer's JSON format, with the suffix .json, or use packer for it.");
    }
}
