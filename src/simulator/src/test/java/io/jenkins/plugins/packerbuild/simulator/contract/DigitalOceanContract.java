package io.jenkins.plugins.packerbuild.simulator.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * DigitalOcean's OpenAPI description as a judge of requests and answers. It is read once in a JVM, from
 * {@code digitalocean-openapi.yaml} in the directory that the system property {@code contracts.dir} names. Safe for use
 * by several threads at once.
 *
 * <pre>{@code
 * DigitalOceanContract contract = DigitalOceanContract.orSkip();
 * assertThat(contract.faultsOfRequest("POST", "/v2/droplets?x=y", body)).isEmpty();
 * }</pre>
 */
public final class DigitalOceanContract {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> RATE_LIMIT_HEADERS =
            List.of("ratelimit-limit", "ratelimit-remaining", "ratelimit-reset");

    private final JsonNode description;
    private final List<PathTemplate> paths;
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi30());
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private DigitalOceanContract(JsonNode description) {
        this.description = description;
        this.paths = new TreeSet<>(iterable(description.path("paths")))
                .stream().map(PathTemplate::of).toList();
    }

    private static final class Holder {
        static final Optional<DigitalOceanContract> CONTRACT = load();
    }

    /** The contract; empty if {@code contracts.dir} is not set. */
    public static Optional<DigitalOceanContract> find() {
        return Holder.CONTRACT;
    }

    /** The contract; where it is not, the calling test is skipped and says so. */
    public static DigitalOceanContract orSkip() {
        Assumptions.assumeTrue(
                find().isPresent(),
                "DigitalOcean's OpenAPI description is not here: -Dcontracts.dir=DIR names the directory of"
                        + " digitalocean-openapi.yaml. Nothing was checked against it.");
        return find().orElseThrow();
    }

    /**
     * What is wrong with a request; empty if nothing is.
     *
     * @param pathAndQuery as it is sent, from {@code /v2} on
     * @param body the body; empty if there is none
     */
    public List<String> faultsOfRequest(String method, String pathAndQuery, String body) {
        Optional<JsonNode> operation = operation(method, pathAndQuery);
        if (operation.isEmpty()) {
            return List.of(method + " " + pathAndQuery + " is no operation of this API");
        }
        List<String> faults = new ArrayList<>(unknownParameters(operation.get(), pathAndQuery));
        JsonNode requestBody = resolve(operation.get().path("requestBody"));
        JsonNode schema = requestBody.path("content").path("application/json").path("schema");
        if (!body.isEmpty() && schema.isMissingNode()) {
            faults.add(method + " " + pathAndQuery + " takes no body");
        } else if (!body.isEmpty()) {
            faults.addAll(faults("request of " + method + " " + pathAndQuery, schema, body));
        } else if (requestBody.path("required").asBoolean(false)) {
            faults.add(method + " " + pathAndQuery + " needs a body");
        }
        return faults;
    }

    /**
     * What is wrong with an answer; empty if nothing is.
     *
     * @param headers names in any case
     */
    public List<String> faultsOfAnswer(
            String method, String pathAndQuery, int status, Map<String, String> headers, String body) {
        Optional<JsonNode> operation = operation(method, pathAndQuery);
        if (operation.isEmpty()) {
            return List.of(method + " " + pathAndQuery + " is no operation of this API");
        }
        String where = "answer " + status + " to " + method + " " + pathAndQuery;
        JsonNode responses = operation.get().path("responses");
        JsonNode described = responses.path(Integer.toString(status));
        if (described.isMissingNode() && status < 400) {
            return List.of(where + ": this status is not described");
        }
        JsonNode response = resolve(described.isMissingNode() ? responses.path("default") : described);
        List<String> faults = new ArrayList<>(missingHeaders(where, headers));
        JsonNode schema = response.path("content").path("application/json").path("schema");
        if (schema.isMissingNode() && !body.isEmpty()) {
            faults.add(where + ": no body is described");
        } else if (!schema.isMissingNode()) {
            faults.addAll(faults(where, schema, body));
        }
        return faults;
    }

    private static List<String> missingHeaders(String where, Map<String, String> headers) {
        Map<String, String> lower = new HashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return RATE_LIMIT_HEADERS.stream()
                .filter(name -> !lower.getOrDefault(name, "").matches("\\d+"))
                .map(name -> where + ": header " + name + " is no integer")
                .toList();
    }

    private List<String> unknownParameters(JsonNode operation, String pathAndQuery) {
        if (!pathAndQuery.contains("?")) {
            return List.of();
        }
        List<String> known = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(parameter -> known.add(resolve(parameter).path("name").asText()));
        List<String> faults = new ArrayList<>();
        for (String pair : pathAndQuery.substring(pathAndQuery.indexOf('?') + 1).split("&")) {
            String name = pair.split("=", 2)[0];
            if (!known.contains(name)) {
                faults.add("query parameter '" + name + "' is not described; these are: " + known);
            }
        }
        return faults;
    }

    private List<String> faults(String where, JsonNode schema, String body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            return schema(schema).validate(json).stream()
                    .map(error -> where + ": " + error)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of(where + ": not JSON: " + e.getOriginalMessage());
        }
    }

    private Schema schema(JsonNode schema) {
        return schemas.computeIfAbsent(schema.toString(), key -> {
            ObjectNode root = MAPPER.createObjectNode();
            root.putArray("allOf").add(schema);
            root.set("components", description.path("components"));
            return registry.getSchema(root);
        });
    }

    private Optional<JsonNode> operation(String method, String pathAndQuery) {
        String path = pathAndQuery.split("\\?", 2)[0];
        String verb = method.toLowerCase(Locale.ROOT);
        return paths.stream()
                .filter(template -> template.matches(path))
                .map(template -> description.path("paths").path(template.text()).path(verb))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : description.at(reference.substring(1));
    }

    private static List<String> iterable(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Optional<DigitalOceanContract> load() {
        String directory = System.getProperty("contracts.dir", "");
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(64 << 20);
        try (Reader reader = Files.newBufferedReader(Path.of(directory, "digitalocean-openapi.yaml"))) {
            Object document = new Yaml(new SafeConstructor(options)).load(reader);
            return Optional.of(new DigitalOceanContract(MAPPER.valueToTree(document)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
