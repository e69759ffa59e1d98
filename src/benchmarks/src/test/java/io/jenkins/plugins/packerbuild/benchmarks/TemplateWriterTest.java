package io.jenkins.plugins.packerbuild.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateWriterTest {

    private static final String EXAMPLE = """
            {"variables": {"token": ""},
             "builders": [{"type": "amazon-ebs", "region": "us-east-1", "ami_name": "x"},
                          {"type": "digitalocean", "size": "s-1vcpu-1gb"}],
             "provisioners": [{"type": "shell", "inline": ["sleep 30"]}]}
            """;

    @TempDir
    Path directory;

    @Test
    void multipliesTheBuildersOfTheExample() throws Exception {
        JsonNode template = writer(EXAMPLE).template(new Scenario(2, 1));

        assertThat(template.at("/builders").findValuesAsText("name"))
                .containsExactly("amazon-ebs-1", "amazon-ebs-2", "digitalocean-1");
        assertThat(template.at("/builders/1/region").asText()).isEqualTo("us-east-1");
        assertThat(template.at("/builders/1/ami_name").asText()).isEqualTo("benchmark-2-{{timestamp}}");
        assertThat(template.at("/builders/2/snapshot_name").asText()).isEqualTo("benchmark-1-{{timestamp}}");
    }

    @Test
    void keepsTheVariablesAndPutsAShortScript() throws Exception {
        JsonNode template = writer(EXAMPLE).template(new Scenario(1, 0));

        assertThat(template.at("/variables/token").isTextual()).isTrue();
        assertThat(template.at("/provisioners/0/inline")).hasSameSizeAs(TemplateWriter.SCRIPT);
    }

    @Test
    void saysWhichBuilderTheExampleLacks() throws Exception {
        TemplateWriter writer = writer("{}");

        assertThatThrownBy(() -> writer.template(new Scenario(1, 0))).hasMessageContaining("amazon-ebs");
    }

    private TemplateWriter writer(String example) throws Exception {
        return new TemplateWriter(Files.writeString(directory.resolve("example.json"), example));
    }
}
