package io.jenkins.plugins.packerbuild.engine.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads JSON text and keeps the line and column of every key and value. A key that stands twice in an object goes to the
 * consumer that the reader was made with; its first value counts. One use, one thread.
 */
final class JsonReader {

    /** Deeper nesting is refused. */
    static final int DEEPEST = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(100_000)
                    .maxStringLength(SourceText.LARGEST_BYTES)
                    .maxNumberLength(1000)
                    .build())
            .build();

    private final SourceText source;
    private final Consumer<JsonValue.Member> duplicates;

    JsonReader(SourceText source, Consumer<JsonValue.Member> duplicates) {
        this.source = source;
        this.duplicates = duplicates;
    }

    /**
     * Reads the one value that the text holds.
     *
     * @throws BuildException with one problem, when it is no JSON
     */
    JsonValue read() {
        if (source.text().isBlank()) {
            throw new BuildException(Problem.of("The file is empty: a JSON object is expected.")
                    .withCure("Start with { and end with }, or give the path of another file.")
                    .at(new SourcePosition(source.file(), 1, 1)));
        }
        try (JsonParser parser = FACTORY.createParser(source.text())) {
            parser.nextToken();
            JsonValue value = value(parser);
            if (parser.nextToken() != null) {
                throw JsonSyntax.trailing(here(parser));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw JsonSyntax.explain(e, source);
        } catch (IOException e) {
            throw new BuildException(Problem.of("Could not read '" + source.file() + "': " + e.getMessage() + "."), e);
        }
    }

    private JsonValue value(JsonParser parser) throws IOException {
        SourcePosition position = here(parser);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> members(parser, position);
            case START_ARRAY -> items(parser, position);
            case VALUE_STRING -> new JsonValue.Text(parser.getText(), position);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Number(parser.getText(), position);
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Flag(token == JsonToken.VALUE_TRUE, position);
            default -> new JsonValue.Null(position);
        };
    }

    private JsonValue items(JsonParser parser, SourcePosition position) throws IOException {
        List<JsonValue> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new JsonValue.Items(values, position);
    }

    private JsonValue members(JsonParser parser, SourcePosition position) throws IOException {
        List<JsonValue.Member> members = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            SourcePosition keyPosition = here(parser);
            parser.nextToken();
            JsonValue.Member member = new JsonValue.Member(key, keyPosition, value(parser));
            if (keys.add(key)) {
                members.add(member);
            } else {
                duplicates.accept(member);
            }
        }
        return new JsonValue.Members(members, position);
    }

    private SourcePosition here(JsonParser parser) {
        JsonLocation location = parser.currentTokenLocation();
        return new SourcePosition(source.file(), location.getLineNr(), location.getColumnNr());
    }
}
