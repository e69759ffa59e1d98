package io.jenkins.plugins.packerbuild.simulator.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of scripts that may run where there is no jail is that of the example's own scripts. */
class KnownScriptsTest {

    private static final Path EXAMPLE = Path.of("docs", "examples", "example.json");

    @Test
    void knowsTheScriptOfTheExample() throws Exception {
        Path example = Path.of(System.getProperty("project.root", "../..")).resolve(EXAMPLE);
        assumeTrue(Files.exists(example), example + " does not exist yet");

        for (JsonNode provisioner :
                new ObjectMapper().readTree(example.toFile()).get("provisioners")) {
            String script = scriptOf(provisioner);
            assertThat(knownSums()).as("the SHA-256 of%n%s", script).contains(sha256(script));
        }
    }

    private static String scriptOf(JsonNode provisioner) {
        StringBuilder script = new StringBuilder("#!/bin/sh -e\n");
        provisioner.get("inline").forEach(line -> script.append(line.asText()).append('\n'));
        return script.toString();
    }

    private static List<String> knownSums() throws Exception {
        try (InputStream in = Shims.class.getResourceAsStream("known-scripts")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ")[0])
                    .toList();
        }
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
