package io.jenkins.plugins.packerbuild.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.builder.GivenCredential;
import io.jenkins.plugins.packerbuild.engine.builder.digitalocean.DigitalOceanType;
import io.jenkins.plugins.packerbuild.engine.builder.file.FileType;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor.Keep;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorSettings;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorType;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.template.GivenVariables;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.Template;
import io.jenkins.plugins.packerbuild.engine.template.Variables;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the check of a template says of an image in a cloud that a chain may remove. */
class LostImageWarningTest {

    private static final String SNAPSHOT = "{\"type\": \"digitalocean\", \"region\": \"nyc3\", \"size\": \"s\","
            + " \"image\": \"i\", \"ssh_username\": \"root\", \"api_token\": \"t\"}";
    private static final String FILE = "{\"type\": \"file\", \"target\": \"a\", \"content\": \"x\"}";
    private static final RunFacts FACTS = new RunFacts(Instant.EPOCH, Path.of("/t"), Path.of("/w"), Map.of());

    @Test
    void saysThatAnImageIsKeptWhichPackerWouldRemove() {
        assertThat(warnings(SNAPSHOT, "\"pack\""))
                .singleElement()
                .asString()
                .contains("post-processor 1.1 (pack) has no files to work on")
                .contains("Packer would remove that image afterwards; it is kept here")
                .contains("\"keep_input_artifact\": true");
    }

    @Test
    void saysThatAnImageWillBeRemoved() {
        assertThat(warnings(SNAPSHOT, "[\"note\", {\"type\": \"swap\", \"keep_input_artifact\": false}]"))
                .singleElement()
                .asString()
                .contains("post-processor 1.2 (swap) has \"keep_input_artifact\": false")
                .contains("is removed from the cloud");
    }

    @Test
    void saysNothingWhereNothingIsLost() {
        assertThat(warnings(SNAPSHOT, "{\"type\": \"pack\", \"keep_input_artifact\": true}"))
                .isEmpty();
        assertThat(warnings(SNAPSHOT, "\"swap\"")).isEmpty();
        assertThat(warnings(SNAPSHOT, "{\"type\": \"note\", \"keep_input_artifact\": false}"))
                .isEmpty();
        assertThat(warnings(SNAPSHOT, "[\"swap\", \"pack\"]")).isEmpty();
        assertThat(warnings(FILE, "\"pack\"")).isEmpty();
    }

    private static List<String> warnings(String builder, String postProcessor) {
        String text = "{\"builders\": [" + builder + "], \"post-processors\": [" + postProcessor + "]}";
        ProblemCollector problems = new ProblemCollector();
        Template template = Template.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "template.json", problems);
        Variables variables = Variables.resolve(template, GivenVariables.none(), FACTS, problems);
        Components components = new Components(
                List.of(new DigitalOceanType(), new FileType()),
                List.of(),
                List.of(type("pack", Keep.NO), type("swap", Keep.UNLESS_REFUSED), type("note", Keep.ALWAYS)));
        Planner planner = new Planner(components, template, variables, FACTS, problems);
        planner.plan(planner.select(Selection.ALL), new Planner.Order(false, List.of()), new NoCredentials());
        assertThat(problems.problems()).isEmpty();
        return problems.warnings().stream().map(warning -> warning.sentence()).toList();
    }

    private static PostProcessorType type(String name, Keep keep) {
        return new PostProcessorType() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Keep keepsInput() {
                return keep;
            }

            @Override
            public PostProcessor prepare(Options options, PostProcessorSettings settings) {
                return (artifact, context) -> new PostProcessor.Outcome(Optional.of(artifact), keep);
            }
        };
    }

    private record NoCredentials() implements Planner.Credentials {
        @Override
        public List<GivenCredential> forBuilder(String name, String type) {
            return List.of();
        }

        @Override
        public Map<String, GivenCredential> forVariables() {
            return Map.of();
        }
    }
}
