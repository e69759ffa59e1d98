package io.jenkins.plugins.packerbuild.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads from {@code spec.json} what others than the engine have to know. */
public final class SpecText {

    private static final JsonFactory JSON = new JsonFactory();

    private SpecText() {}

    /** Whether a failed build was to leave everything as it is, for somebody to look at. */
    public static boolean leavesOnPurpose(byte[] spec) throws IOException {
        return text(spec, "onError").equals("abort");
    }

    /**
     * Where the engine starts.
     *
     * @param otherwise the answer when the spec does not say it, as for a cleanup without one
     */
    static String workingDirectory(byte[] spec, String otherwise) throws IOException {
        String directory = text(spec, "workingDirectory");
        return directory.isEmpty() ? otherwise : directory;
    }

    private static String text(byte[] spec, String name) throws IOException {
        if (spec.length == 0) {
            return "";
        }
        try (JsonParser parser = JSON.createParser(spec)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            String field = parser.nextFieldName();
            while (field != null) {
                JsonToken value = parser.nextToken();
                if (field.equals(name) && value == JsonToken.VALUE_STRING) {
                    return parser.getText();
                }
                parser.skipChildren();
                field = parser.nextFieldName();
            }
            return "";
        }
    }
}
