package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.RemoteValues;
import java.util.Optional;

/**
 * What a secret holds: plain text, or a JSON object of values.
 *
 * @param name the secret's
 * @param text its text
 */
record SecretText(String name, String text) {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * One value of it; of plain text the whole.
     *
     * @param key may be left out when there is one only
     */
    Secret value(Optional<String> key) {
        Optional<JsonNode> object = object();
        if (object.isEmpty()) {
            return Secret.of(text);
        }
        JsonNode values = object.get();
        if (key.isEmpty() && values.size() != 1) {
            throw new RemoteValues.Unavailable(
                    "Secret has multiple values and no key was set: '" + name + "' has " + values.size(),
                    "Write {{aws_secretsmanager `" + name + "` `key`}}.");
        }
        JsonNode value = key.map(values::path).orElseGet(() -> values.iterator().next());
        if (value.isMissingNode()) {
            throw new RemoteValues.Unavailable(
                    "No secret found for key \"" + key.orElse("") + "\" in '" + name + "'", "Check the key.");
        }
        if (value.isContainerNode() || value.isNull()) {
            throw new RemoteValues.Unavailable("the value in secret '" + name + "' is no text", "Store it as a text.");
        }
        return Secret.of(value.asText());
    }

    private Optional<JsonNode> object() {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
