package io.jenkins.plugins.packerbuild.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code secrets.json}, protocol 1. */
final class SecretsJson {

    private SecretsJson() {}

    /** The whole file, with all its values. */
    static byte[] write(SessionSecrets.Answer answer) {
        List<Map<String, Object>> credentials =
                answer.credentials().stream().map(SecretsJson::fields).toList();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("protocol", EngineSpecJson.PROTOCOL);
        fields.put("vars", answer.variables());
        fields.put("credentials", credentials);
        return Json.file(fields);
    }

    private static Map<String, Object> fields(SessionSecrets.Credential credential) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("target", Map.of(credential.variable() ? "variable" : "builder", credential.target()));
        fields.put("fields", credential.fields());
        fields.put("endpoints", credential.endpoints());
        fields.put("name", credential.name());
        return fields;
    }
}
