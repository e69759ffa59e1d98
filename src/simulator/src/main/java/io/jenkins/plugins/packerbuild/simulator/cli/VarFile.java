package io.jenkins.plugins.packerbuild.simulator.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.packerbuild.simulator.SimulatedClouds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables with which a template builds in the simulated clouds, as {@code docs/examples/simulator.json} has them for
 * the fixed ports.
 */
record VarFile(Map<String, String> variables) {

    private static final String ACCESS_KEY = "AKIASIMULATED0000001";
    private static final String SECRET_KEY = "simulated-secret-key-of-no-real-account";
    private static final String TOKEN = "dop_v1_simulated";

    static VarFile of(SimulatedClouds clouds, Collection<String> accessKeys, Collection<String> tokens) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("aws_endpoint", clouds.ec2Endpoint().toString());
        variables.put("do_endpoint", clouds.digitalOceanEndpoint().toString());
        variables.put("ssh_port", Integer.toString(clouds.sshPort()));
        variables.put("aws_access_key", accessKeys.stream().findFirst().orElse(ACCESS_KEY));
        variables.put("aws_secret_key", SECRET_KEY);
        variables.put("do_token", tokens.stream().findFirst().orElse(TOKEN));
        return new VarFile(variables);
    }

    void write(Path file) throws IOException {
        String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(variables);
        Files.writeString(file, json + "\n");
    }
}
