package io.jenkins.plugins.packerbuild.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** Makes templates with many builders out of the two of {@code docs/examples/example.json}. */
final class TemplateWriter {

    /** Short, so that the clouds' latencies are what counts; {@link SshCost} runs the same. */
    static final List<String> SCRIPT = List.of("uname -s", "echo provisioned > provisioned.txt");

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonNode example;

    TemplateWriter(Path example) throws IOException {
        this.example = mapper.readTree(example.toFile());
    }

    /** Writes a template and returns its path. */
    Path write(Scenario scenario, Path directory) throws IOException {
        Path file = directory.resolve("template-" + scenario.builders() + ".json");
        Files.writeString(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(template(scenario)));
        return file;
    }

    JsonNode template(Scenario scenario) {
        ObjectNode template = mapper.createObjectNode();
        template.set("variables", example.path("variables"));
        ArrayNode builders = template.putArray("builders");
        for (int i = 1; i <= scenario.amazon(); i++) {
            builders.add(copy("amazon-ebs", "ami_name", i));
        }
        for (int i = 1; i <= scenario.digitalOcean(); i++) {
            builders.add(copy("digitalocean", "snapshot_name", i));
        }
        ObjectNode shell = template.putArray("provisioners").addObject().put("type", "shell");
        SCRIPT.forEach(shell.putArray("inline")::add);
        return template;
    }

    /** The example's builder of that type with a name of its own and another name for its image. */
    private ObjectNode copy(String type, String imageName, int number) {
        ObjectNode builder = StreamSupport.stream(example.path("builders").spliterator(), false)
                .filter(candidate -> candidate.path("type").asText().equals(type))
                .map(candidate -> (ObjectNode) candidate.deepCopy())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the example has no builder of type " + type));
        return builder.put("name", type + "-" + number).put(imageName, "benchmark-" + number + "-{{timestamp}}");
    }
}
