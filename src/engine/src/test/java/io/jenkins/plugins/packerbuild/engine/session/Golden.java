package io.jenkins.plugins.packerbuild.engine.session;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files beside this test that say what the protocol looks like, and the schemas that ship with the engine. */
final class Golden {

    private Golden() {}

    /** A file beside this test, or a schema. */
    static String text(String name) {
        try (InputStream in = Golden.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a schema says against a text; empty when it is valid. */
    static List<String> problems(String schema, String json) {
        Schema checker = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(schema + ".schema.json"));
        return checker.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
