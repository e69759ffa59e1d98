package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/** JSON as DigitalOcean writes it. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode strings(Collection<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    static ArrayNode objects(Collection<ObjectNode> values) {
        return array().addAll(values);
    }

    /** A moment in whole seconds, as {@code 2026-01-31T12:00:00Z}. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * Reads the body of a request.
     *
     * @throws ApiError if it is not a JSON object
     */
    static JsonNode parse(String body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest("The request body could not be read as JSON: " + e.getOriginalMessage());
        }
        throw ApiError.badRequest("The request body is not a JSON object.");
    }

    static Answer answer(int status, JsonNode body) {
        return Answer.of(status, "application/json; charset=utf-8", body.toString());
    }
}
