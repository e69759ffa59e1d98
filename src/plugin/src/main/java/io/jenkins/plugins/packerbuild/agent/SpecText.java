package io.jenkins.plugins.packerbuild.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads from {@code spec.json} what the start of an engine needs. */
final class SpecText {

    private static final JsonFactory JSON = new JsonFactory();

    private SpecText() {}

    /**
     * Where the engine starts.
     *
     * @param otherwise the answer when the spec does not say it, as for a cleanup without one
     */
    static String workingDirectory(byte[] spec, String otherwise) throws IOException {
        if (spec.length == 0) {
            return otherwise;
        }
        try (JsonParser parser = JSON.createParser(spec)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return otherwise;
            }
            String field = parser.nextFieldName();
            while (field != null) {
                JsonToken value = parser.nextToken();
                if (field.equals("workingDirectory") && value == JsonToken.VALUE_STRING) {
                    return parser.getText();
                }
                parser.skipChildren();
                field = parser.nextFieldName();
            }
            return otherwise;
        }
    }
}
